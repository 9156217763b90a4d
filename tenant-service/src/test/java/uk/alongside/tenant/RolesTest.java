package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.alongside.foundation.RoleCalls;
import uk.alongside.foundation.RoleTable;

/** Tests which roles may call which operations. */
class RolesTest extends TenantServiceTest {

    private static final Path OPEN_API = Path.of("openapi.json");

    @Test
    void areListedForEveryOperation() throws IOException {
        RoleTable.check(OPEN_API);
    }

    @Test
    void mayDoWhatIsListedAndNothingElse() throws Exception {
        var calls = new RoleCalls(as(null).base(), Map.of());

        for (var role : List.of("hub-staff", "practitioner", "lead", "viewer")) {
            var council = aCouncil();
            var created = operator().post("/api/councils", council.json()).body();
            machine(created.path("council").path("id").asString(), "Client", "larkshire-import", role);
            assertThat(calls.wrong(
                            OPEN_API,
                            Map.of(role, () -> REALM.keptToken("larkshire-import", "organization:" + council.alias()))))
                    .isEmpty();
        }
        assertThat(calls.wrong(OPEN_API, Map.of("operator", REALM::operator))).isEmpty();
    }
}

package uk.alongside.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.alongside.localstack.servers.OneTimeCode;
import uk.alongside.tenant.TenantServiceTest;

/** An operator, who is a member of no council, changes how they sign in. */
class OperatorAccountTest extends TenantServiceTest {

    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\"[^>]*value=\"([^\"]+)\"");

    private final String email = "operator-" + UUID.randomUUID() + "@alongside.example";

    @Test
    void replacesTheAppOnALostPhone() {
        var id = operatorWithAnApp();
        var pages = new KeycloakPages(CouncilSignInTest.BACK)
                .open(CouncilSignInTest.authorization("") + "&kc_action=CONFIGURE_TOTP")
                .submit(Map.of("username", email))
                .submit(Map.of("password", CouncilRealm.PASSWORD))
                .submit(Map.of("otp", CouncilSignInTest.code()));
        var secret = pages.found(SECRET);

        pages.submit(Map.of(
                "totp", OneTimeCode.of(secret, Instant.now()), "totpSecret", secret, "userLabel", "The new phone"));

        eventually(Duration.ofMinutes(2), () -> apps(id).equals(List.of("The new phone")));
    }

    private String operatorWithAnApp() {
        var made = REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "firstName": "Olu", "lastName": "Made-up", "enabled": true,
                 "credentials": [{"type": "password", "value": "%2$s", "temporary": false}, %3$s]}""".formatted(email, CouncilRealm.PASSWORD, CouncilSignInTest.APP));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var id = REALM.users(email).path(0).path("id").asString();
        var role = REALM.admin().get("/roles/operator").text();
        REALM.admin().post("/users/" + id + "/role-mappings/realm", "[" + role + "]");
        return id;
    }

    private static List<String> apps(String id) {
        return REALM.admin()
                .get("/users/" + id + "/credentials")
                .body()
                .valueStream()
                .filter(credential -> credential.path("type").asString().equals("otp"))
                .map(credential -> credential.path("userLabel").asString())
                .toList();
    }
}

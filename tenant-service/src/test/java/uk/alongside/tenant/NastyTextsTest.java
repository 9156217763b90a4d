package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import uk.alongside.foundation.NastyTexts;

/** Tests every text of every operation with characters that people paste without seeing them. */
class NastyTextsTest extends TenantServiceTest {

    @Test
    void anyTextIsTakenOrRefusedInWordsAndNothingInvisibleIsStored() throws Exception {
        var council = aCouncil();
        var created = operator().post("/api/councils", council.json()).body();
        var id = created.path("council").path("id").asString();
        lead(council);
        var member = operator()
                .get("/api/councils/" + id + "/members")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();

        var report = NastyTexts.send(
                Path.of("openapi.json"),
                Map.of("councilId", id, "memberId", member),
                Map.of(
                        "alias", text(council.alias()),
                        "email", text("nasty@" + council.alias() + ".example"),
                        "emails", JsonNodeFactory.instance.arrayNode().add("invited@" + council.alias() + ".example")),
                as(null).base(),
                path -> path.startsWith("/open/")
                        ? ""
                        : path.startsWith("/api/councils")
                                ? REALM.operator()
                                : REALM.keptToken("larkshire-import", "organization:" + council.alias()));

        assertThat(report.failures()).isEmpty();
        assertThat(report.accepted()).contains("updateSettings", "updateContact", "updateLabels");
        assertThat(NastyTexts.tablesWithInvisibleCharacters(superuser(), UUID.fromString(id)))
                .isEmpty();
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }
}

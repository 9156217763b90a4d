package uk.alongside.tenant.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

class SafeguardingJourneyTest extends TenantServiceTest {

    private static final String PATH = "/api/settings/safeguarding";
    private static final String WRITTEN = """
            {"numbers": [{"name": "Duty desk", "phone": "01632 960150", "hours": "Day and night"},
                         {"name": "Emergency", "phone": "999"}],
             "steps": "Ring the duty desk.\\nTell your manager."}""";

    private Http lead;

    @BeforeEach
    void aCouncilWithALead() {
        var council = aCouncil();
        operator().post("/api/councils", council.json());
        lead = lead(council);
    }

    @Test
    void beginWithoutANumberSoThatNoneIsMadeUp() {
        var begun = lead.get(PATH);

        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        assertThat(begun.body().path("numbers")).isEmpty();
        assertThat(begun.body().path("steps").asString()).isEmpty();
        assertThat(begun.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void areWrittenByALeadAndReplacedOverTheirVersionOnly() {
        var written = lead.put(PATH, WRITTEN, "\"0\"");

        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(written.header("ETag")).isEqualTo("\"1\"");
        assertThat(lead.get(PATH).body()).isEqualTo(written.body());
        assertThat(lead.get(PATH).body().path("numbers").path(0).path("hours").asString())
                .isEqualTo("Day and night");
        assertThat(lead.put(PATH, WRITTEN, "\"0\"").status()).isEqualTo(412);
        assertThat(lead.put(PATH, WRITTEN, "\"2\"").status()).isEqualTo(412);
        assertThat(lead.put(PATH, WRITTEN, "\"1\"").header("ETag")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"numbers\": [], \"steps\": \"Ring\"}",
                "{\"numbers\": [{\"name\": \"Desk\", \"phone\": \"[number]\"}], \"steps\": \"Ring\"}",
                "{\"numbers\": [{\"name\": \"Desk\", \"phone\": \"01632 960150\"}], \"steps\": \"Ring [name]\"}",
                "{\"numbers\": [{\"name\": \"\", \"phone\": \"01632 960150\"}], \"steps\": \"Ring\"}",
                "{\"numbers\": [{\"name\": \"Desk\", \"phone\": \"01632 960150\"}], \"steps\": \"\"}"
            })
    void areRejectedWithAPlaceThatIsNotFilledIn(String body) {
        assertThat(lead.put(PATH, body, "\"0\"").status()).isEqualTo(400);
        assertThat(lead.get(PATH).header("ETag")).isEqualTo("\"0\"");
    }
}

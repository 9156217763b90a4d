package uk.alongside.tenant.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

class AgreementJourneyTest extends TenantServiceTest {

    private static final String MINE = """
            {"version": "0.1", "forAnotherPerson": false, "role": "Programme lead", "authority": true}""";

    private static final String PRIYAS = """
            {"version": "0.1", "forAnotherPerson": true, "name": "Priya Shah", "email": "priya@larkshire.example",
             "role": "Director", "authority": true}""";

    private NewCouncil council;
    private Http lead;

    @BeforeEach
    void found() {
        council = aCouncil();
        operator().post("/api/councils", council.json());
        lead = lead(council);
    }

    @Test
    void isReadAndAcceptedForWhoeverHasTheAuthority() {
        var before = lead.get("/api/agreement").body();
        assertThat(before.path("accepted").asBoolean()).isFalse();
        assertThat(before.path("agreement").path("draft").asBoolean()).isTrue();
        assertThat(lead.get("/api/agreement/0.1").text()).endsWith("stays in force.\n");
        assertThat(lead.get("/api/agreement/0.0").summary()).isEqualTo("404 not-found");

        var accepted = lead.post("/api/agreement/acceptances", PRIYAS);

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(accepted.body().path("accepted").asBoolean()).isTrue();
        assertThat(accepted.body().has("acceptAgainBy")).isFalse();
        var acceptance = accepted.body().path("acceptances").path(0);
        assertThat(acceptance.path("name").asString()).isEqualTo("Priya Shah");
        var copy = lead.get("/api/agreement/0.1");
        assertThat(copy.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(copy.header("Content-Disposition")).startsWith("attachment");
        assertThat(copy.text())
                .startsWith("Data sharing agreement\nVersion 0.1")
                .contains("for: Priya Shah, priya@larkshire.example\nrole: Director\n");
        var text = copy.text().substring(0, copy.text().indexOf("\n--------"));
        assertThat(Agreement.hashOf(text)).isEqualTo(acceptance.path("hash").asString());
    }

    @Test
    void isAcceptedByALeadInTheirOwnName() {
        var acceptance = lead.post("/api/agreement/acceptances", MINE)
                .body()
                .path("acceptances")
                .path(0);

        assertThat(acceptance.path("name").asString()).isNotEmpty();
        assertThat(acceptance.has("email")).isFalse();
    }

    @Test
    void isAcceptedOnceInEachVersionAlsoByTwoAtTheSameMoment() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<String> accept =
                    () -> lead.post("/api/agreement/acceptances", MINE).summary();
            var answers = two.invokeAll(Stream.of(accept, accept).toList());

            assertThat(answers)
                    .extracting(answer -> answer.get())
                    .containsExactlyInAnyOrder("200", "409 already-accepted");
        }
        assertThat(lead.get("/api/agreement").body().path("acceptances")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version": "0.1"              | "version": "0.0"              | 409 agreement-changed
            "authority": true             | "authority": false            | 400 invalid
            "name": "Priya Shah"          | "name": " "                   | 400 invalid
            "email": "priya@larkshire.example" | "email": ""              | 400 invalid
            "email": "priya@larkshire.example" | "email": "priya"         | 400 invalid
            "role": "Director"            | "role": ""                    | 400 invalid
            "forAnotherPerson": true       | "forAnotherPerson": null       | 400 invalid
            """)
    void isNotAcceptedByHalf(String right, String wrong, String summary) {
        assertThat(lead.post("/api/agreement/acceptances", PRIYAS.replace(right, wrong))
                        .summary())
                .isEqualTo(summary);
        assertThat(lead.get("/api/agreement").body().path("acceptances")).isEmpty();
    }

    @Test
    void isOfOneCouncilAlone() {
        lead.post("/api/agreement/acceptances", PRIYAS);
        var other = aCouncil();
        operator().post("/api/councils", other.json());

        assertThat(lead(other).get("/api/agreement").body().path("acceptances")).isEmpty();
        assertThat(operator().get("/api/agreement").summary()).isEqualTo("403 not-allowed");
    }
}

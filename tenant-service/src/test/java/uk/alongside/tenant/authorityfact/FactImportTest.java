package uk.alongside.tenant.authorityfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

class FactImportTest extends TenantServiceTest {

    private static final String FACTS = "/api/local-authorities/facts";
    private static final String HEADER = "measure,code,value,as_of,source\n";
    private static final String FILE = HEADER
            + "population,E06000034,178300,2023-06-30,Made up\nDeprivation,E06000034,21.4,2019-09-26,\"Made up, too\"\n";

    @AfterEach
    void clear() {
        superuser().sql("delete from shared.authority_fact").update();
    }

    @Test
    void saysWhatAFileWouldDoAndKeepsNothing() {
        var report = sent(operator(), "/import/preview", FILE).body();

        assertThat(report.path("rows").asInt()).isEqualTo(2);
        assertThat(report.path("added").asInt()).isEqualTo(2);
        assertThat(report.at("/preview/1/about").toString())
                .isEqualTo("[\"Deprivation\",\"21.4\",\"2019-09-26\",\"Made up, too\"]");
        assertThat(rows()).isZero();
    }

    @Test
    void importsAllRowsAndListsThemWithTheirSource() {
        assertThat(sent(operator(), "/import", FILE).status()).isEqualTo(200);

        var items = operator().get(FACTS).body().path("items");
        assertThat(items).hasSize(2);
        assertThat(items.at("/0/measure").asString()).isEqualTo("Deprivation");
        assertThat(items.at("/0/source").asString()).isEqualTo("Made up, too");
        assertThat(items.at("/1/asOf").asString()).isEqualTo("2023-06-30");
        assertThat(items.at("/1/authorities").asInt()).isOne();
        assertThat(superuser()
                        .sql("select count(*) from shared.authority_fact where loaded_by = '' or loaded_by is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void changesNothingTheSecondTime() {
        sent(operator(), "/import", FILE);

        var again = sent(operator(), "/import", FILE.replace("Deprivation", "DEPRIVATION"))
                .body();

        assertThat(again.path("added").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void importsNothingOfAFileWithOneWrongRow() {
        var answer = sent(operator(), "/import", FILE + "population,E99999999,1,2023-06-30,Made up\n");

        assertThat(answer.summary()).isEqualTo("400 import-has-errors");
        assertThat(answer.body().at("/report/errors/0/row").asInt()).isEqualTo(4);
        assertThat(rows()).isZero();
    }

    @Test
    void neverChangesAFactThatIsLoaded() {
        sent(operator(), "/import", FILE);

        var other = sent(operator(), "/import", HEADER + "population,E06000034,178301,2023-06-30,Made up\n");
        var later = sent(operator(), "/import", HEADER + "population,E06000034,178301,2024-06-30,Made up\n");

        assertThat(other.summary()).isEqualTo("400 import-has-errors");
        assertThat(other.text()).contains("Load the new one with a later day.");
        assertThat(later.status()).isEqualTo(200);
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void takesAtMostThreeMeasuresBesidePopulationAndArea() {
        var four = HEADER
                + "A,E06000034,1,2023-06-30,Made up\nB,E06000034,1,2023-06-30,Made up\nC,E06000034,1,2023-06-30,Made up\n"
                + "area,E06000034,164,2023-06-30,Made up\n";
        assertThat(sent(operator(), "/import", four).status()).isEqualTo(200);

        assertThat(sent(operator(), "/import", HEADER + "D,E06000034,1,2023-06-30,Made up\n")
                        .text())
                .contains("at most 3 measures");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        var row = "Rate,E06000034,1,2023-06-30,Made up\n";

        assertThat(sent(operator(), "/import/preview", HEADER + row.repeat(20_001))
                        .summary())
                .isEqualTo("413 file-too-large");
        assertThat(sent(operator(), "/import", HEADER + "x".repeat(FactFile.MOST_BYTES))
                        .summary())
                .isEqualTo("413 file-too-large");
    }

    @Test
    void isForOperatorsOnly() {
        var council = aCouncil();
        operator().post("/api/councils", council.json());
        var lead = lead(council);

        assertThat(lead.get(FACTS).status()).isEqualTo(403);
        assertThat(lead.get(FACTS + "/template").status()).isEqualTo(403);
        assertThat(sent(lead, "/import/preview", FILE).status()).isEqualTo(403);
        assertThat(sent(lead, "/import", FILE).status()).isEqualTo(403);
        assertThat(rows()).isZero();
    }

    @Test
    void hasATemplateThatItReads() {
        var template = operator().get(FACTS + "/template");

        assertThat(template.header("Content-Disposition")).contains("authority-facts.csv");
        assertThat(sent(operator(), "/import/preview", template.text() + "Rate,E06000034,1,2023-06-30,Made up\r\n")
                        .body()
                        .path("added")
                        .asInt())
                .isOne();
    }

    private static Http.Answer sent(Http caller, String path, String file) {
        return caller.send(
                caller.request(FACTS + path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(file)));
    }

    private int rows() {
        return superuser()
                .sql("select count(*) from shared.authority_fact")
                .query(Integer.class)
                .single();
    }
}

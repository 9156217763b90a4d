package uk.alongside.tenant.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

class LogoJourneyTest extends TenantServiceTest {

    private static final String GREEN = "<rect width='60' height='20' fill='#0F5257'/>";
    private static final String WHITE = "<circle cx='20' cy='20' r='15' fill='white'/>";

    private String id;
    private Http lead;

    @BeforeEach
    void found() {
        var council = aCouncil();
        id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        lead = lead(council);
    }

    @Test
    void isDrawnAnewKeptAndSentOn() {
        assertThat(lead.get("/api/settings/logo").summary()).isEqualTo("404 not-found");

        var put = put(svg(GREEN), "\"1\"");

        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"2\"");
        assertThat(put.body().path("logo").toString()).isEqualTo("{\"version\":1,\"pale\":false}");
        assertThat(put.body().path("brand").path("logoBackground").asString()).isEqualTo("#FFFFFF");
        var shown = lead.get("/api/settings/logo");
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.text()).contains("PNG").doesNotContain("<svg");
        eventually(Duration.ofMinutes(3), () -> PEER.held(parcel()).has("png"));
        assertThat(Base64.getDecoder().decode(PEER.held(parcel()).path("png").asString()))
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void standsOnTheCouncilsColourIfItIsWhite() {
        var white = put(svg(WHITE), "\"1\"");
        var nearlyWhiteToo = lead.put("/api/settings/brand", "{\"colour\": \"#FEFEFE\"}", "\"2\"");
        var removed = lead.send(
                lead.request("/api/settings/logo").header("If-Match", "\"3\"").DELETE());

        assertThat(white.body().path("logo").path("pale").asBoolean()).isTrue();
        assertThat(white.body().path("brand").path("logoBackground").asString()).isEqualTo("#0F5257");
        assertThat(nearlyWhiteToo.body().path("brand").path("logoBackground").asString())
                .isEqualTo(
                        nearlyWhiteToo.body().path("brand").path("borderColour").asString())
                .isNotEqualTo("#FEFEFE");
        assertThat(removed.status()).as(removed.text()).isEqualTo(200);
        assertThat(removed.body().has("logo")).isFalse();
        assertThat(removed.body().path("brand").path("logoBackground").asString())
                .isEqualTo("#FFFFFF");
        assertThat(lead.get("/api/settings/logo").summary()).isEqualTo("404 not-found");
        eventually(
                Duration.ofMinutes(3), () -> PEER.held(parcel()).path("version").asInt() == 2);
        assertThat(PEER.held(parcel()).path("png").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            <script>alert(1)</script> | script
            <rect width='9' height='9' onload='alert(1)'/> | script
            <image href='https://elsewhere.example/a.png' width='9' height='9'/> | outside-reference
            <text x='1' y='9'>Larkshire</text> | text
            <g/> | empty
            """)
    void isRefusedInWordsIfItIsMoreThanADrawing(String content, String reason) {
        assertRefused(svg(content), reason);
    }

    @Test
    void isRefusedIfItIsHugeOrNoPicture() {
        assertRefused(svg("<g/>".repeat(60_000)), "too-large");
        assertRefused("GIF89a".getBytes(StandardCharsets.US_ASCII), "not-a-picture");
        assertRefused("<html/>".getBytes(StandardCharsets.US_ASCII), "not-a-picture");
    }

    @Test
    void isForLeadsWhoReadWhatIsThere() {
        put(svg(GREEN), "\"1\"");

        assertThat(put(svg(WHITE), "\"1\"").summary()).isEqualTo("412 stale-version");
        assertThat(lead.delete("/api/settings/logo").summary()).isEqualTo("428 if-match-required");
        assertThat(operator().get("/api/settings/logo").summary()).isEqualTo("403 not-allowed");
        assertThat(lead.put("/api/settings/logo", "{}", "\"2\"").status()).isEqualTo(415);
    }

    private void assertRefused(byte[] file, String reason) {
        var refused = put(file, "\"1\"");

        assertThat(refused.summary()).isEqualTo("400 logo-refused");
        assertThat(refused.body().path("reason").asString()).isEqualTo(reason);
        assertThat(lead.get("/api/settings").header("ETag")).isEqualTo("\"1\"");
    }

    private Http.Answer put(byte[] file, String ifMatch) {
        return lead.send(lead.request("/api/settings/logo")
                .header("Content-Type", "application/octet-stream")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofByteArray(file)));
    }

    private String parcel() {
        return "/internal/councils/" + id + "/logo";
    }

    private static byte[] svg(String content) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' width='80' height='40'>" + content + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }
}

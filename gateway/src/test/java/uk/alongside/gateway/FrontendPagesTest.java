package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.gateway.frontend.FrontendPages;

@Tag("slow")
class FrontendPagesTest {

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hubs", "/hubs/1/days/2026-11-24", "/opening-times", "/apiary"})
    void everyPageIsTheFrontendsIndexPage(String path) {
        var page = browser.openWithoutFollowing(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.body()).contains("<div id=\"root\"></div>");
    }

    @Test
    void noPageHasAnAddressOfTheGateway() throws Exception {
        assertThat(Files.readAllLines(Path.of("../frontend/src/app/routes.txt")))
                .isNotEmpty()
                .noneMatch(FrontendPages::isReserved);
    }

    @Test
    void aFileWithAHashInItsNameIsCached() {
        var file = browser.get("/assets/index-AbC123.js");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/javascript");
        assertThat(file.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone-123.js", "/hubs", "/static/index.html", "/application.yaml", "/nothing.ico"})
    void aScriptGetsAProblemInsteadOfAPage(String path) {
        var answer = browser.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/gone-123.js",
                "/internal/councils",
                "/actuator/health",
                "/oauth2/authorization/nothing",
                "/login",
                "/gateway/nothing.css"
            })
    void anUnknownPageIsAnsweredInWords(String path) {
        var page = browser.openWithoutFollowing(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Page not found</h1>", "/gateway/page.css");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/assets/index-AbC123.js",
                "/gateway/page.css",
                "/session",
                "/api/council",
                "/nothing.js",
                "/oauth2/authorization/sign-in",
                "/login/oauth2/code/sign-in?code=a&state=b",
                "/signed-out"
            })
    void theContentPolicyTrustsOnlyThisSite(String path) {
        var answer = browser.openWithoutFollowing(path);

        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self' "
                        + Realm.KEYCLOAK.baseUrl() + "; frame-ancestors 'none'; base-uri 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hubs", "/assets/index-AbC123.js", "/gateway/page.css", "/robots.txt"})
    void aHeadRequestIsAnsweredLikeAGet(String path) {
        var get = browser.openWithoutFollowing(path);
        var head = browser.send(
                browser.api(path, "Accept", "text/html").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(get.status()).isEqualTo(200);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void theStartPageAnswersAProgramThatAcceptsAnything() {
        assertThat(browser.get("/", "Accept", "*/*").status()).isEqualTo(200);
    }

    /** The server compresses these, and a cache between may be shared. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/hubs", "/assets/index-AbC123.js", "/gateway/page.css"})
    void whatIsCompressedVariesByEncoding(String path) {
        assertThat(browser.openWithoutFollowing(path).header("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void aPublicPageAlsoVariesByWhatItsServiceSays() {
        assertThat(browser.openWithoutFollowing("/open/larkshire").header("Vary"))
                .isEqualTo("Accept-Language, Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hubs", "/signed-out", "/open/larkshire"})
    void anAcceptHeaderThatNamesNoTypeIsABadRequest(String path) {
        for (var accept : List.of("nonsense", "text/html, nonsense", "a b", ";", "text/html; q")) {
            assertThat(browser.get(path, "Accept", accept).status())
                    .as("%s %s", path, accept)
                    .isIn(200, 400);
        }
        assertThat(browser.get("/", "Accept", "nonsense").status()).isEqualTo(400);
    }

    @Test
    void theGatewaysOwnPagesCannotBeReadAsFiles() {
        assertThat(browser.openWithoutFollowing("/gateway/page.css").status()).isEqualTo(200);
        assertThat(browser.openWithoutFollowing("/signed-out").body())
                .contains("<h1>You are signed out</h1>")
                .doesNotContain("style=", "<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session", "/api/council", "/api/nothing/there", "/api/%63ouncil"})
    void everyAnswerToAScriptNamesTheReleaseOfThePages(String path) {
        var answer = browser.get(path);

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Alongside-Release")).isEqualTo("release-of-test");
    }

    @Test
    void anAnswerOfAServiceNamesTheReleaseOfThePages() {
        browser.signIn(Realm.PRIYA);

        var answer = browser.get("/api/council");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("alongside-release")).containsExactly("release-of-test");
    }
}

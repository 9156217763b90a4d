package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.foundation.MalformedCalls;
import uk.alongside.foundation.OtherTypes;

/** Tests that a request in a form that its operation does not describe is refused before the operation begins. */
@ServiceTest
class RefusedFormatsTest {

    @LocalServerPort
    private int port;

    @Test
    void everyMediaTypeThatAnOperationDoesNotNameIsRefused() throws Exception {
        var calls = OtherTypes.of(Path.of("openapi.json"));
        var viewer = TestCouncil.create(port).member("viewer");

        assertThat(calls).hasSizeGreaterThan(2000);
        assertThat(OtherTypes.notRefused(calls, "http://127.0.0.1:" + port, viewer::token))
                .isEmpty();
    }

    @Test
    void anUnwantedFormatOfTheAnswerIsRefusedBeforeAnythingIsChanged() {
        var council = TestCouncil.create(port);
        var staff = council.hubStaff();

        var refused = staff.send(
                "POST",
                "/api/people",
                "{\"firstName\": \"Ada\", \"lastName\": \"Notmade\", \"phone\": \"07700 900123\"}",
                "Accept",
                "application/yaml",
                "Idempotency-Key",
                "one");

        assertThat(refused.status()).isEqualTo(406);
        assertThat(staff.post("/api/people/search", "{\"text\": \"Notmade\"}").text())
                .doesNotContain("Notmade");
    }

    @Test
    void aRequestThatNoControllerSeesIsAnsweredWithAProblem() throws IOException {
        assertThat(MalformedCalls.notAnsweredWithAProblem(port)).isEmpty();
    }

    /** A parameter that cannot be decoded is refused when a controller asks for it. */
    @Test
    void anAddressWithABrokenEscapeIsRefused() throws IOException {
        var token = TestCouncil.create(port).hubStaff().token();

        assertThat(MalformedCalls.answer(port, "GET /open/larkshire?near=% HTTP/1.1~Host: a~Connection: close~~"))
                .startsWith("HTTP/1.1 400");
        assertThat(MalformedCalls.answer(
                        port,
                        "GET /api/hubs?search=%zz HTTP/1.1~Host: a~Connection: close~Authorization: Bearer " + token
                                + "~~"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }
}

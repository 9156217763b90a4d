package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import uk.alongside.foundation.MalformedCalls;
import uk.alongside.foundation.OtherTypes;

/** Tests that a request in a form that its operation does not describe is refused before the operation begins. */
class RefusedFormatsTest extends TenantServiceTest {

    @Test
    void everyMediaTypeThatAnOperationDoesNotNameIsRefused() throws Exception {
        var calls = OtherTypes.of(Path.of("openapi.json"));

        assertThat(calls).hasSizeGreaterThan(2000);
        assertThat(OtherTypes.notRefused(calls, as(null).base(), REALM::operator))
                .isEmpty();
    }

    /** A public operation is open to any visitor, so a slow parser would be too. */
    @Test
    void yamlOnAPublicOperationIsRefused() {
        var visitor = as(null);

        var answer = visitor.send(visitor.request("/open/invitations/preview")
                .header("Content-Type", "application/yaml")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("token: " + "a".repeat(400_000))));

        assertThat(answer.summary()).isEqualTo("415 unsupported-media-type");
    }

    @Test
    void aRequestThatNoControllerSeesIsAnsweredWithAProblem() throws Exception {
        assertThat(MalformedCalls.notAnsweredWithAProblem(
                        URI.create(as(null).base()).getPort()))
                .isEmpty();
    }
}

package uk.alongside.conversations.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static uk.alongside.foundation.caller.Role.LEAD;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.conversations.council.Settings;

@WebMvcTest(ProjectionController.class)
@Import(InternalSecurity.class)
@ControllerTest
class ProjectionControllerTest {

    private static final String SETTINGS = "/internal/councils/" + UUID.randomUUID() + "/settings";
    private static final String MEMBER = "/internal/councils/" + UUID.randomUUID() + "/members/" + UUID.randomUUID();
    private static final String BODY =
            "{\"version\": 1, \"name\": \"Larkshire\", \"alias\": \"larkshire\", \"talkingPoint\": \"x\", \"demonstration\": false}";

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private ProjectionService projection;

    @Test
    void takesWhatTenantServiceSends() {
        assertThat(mvc.put()
                        .uri(SETTINGS)
                        .with(tenantService())
                        .contentType(APPLICATION_JSON)
                        .content(BODY))
                .hasStatusOk();
        assertThat(mvc.put()
                        .uri(MEMBER)
                        .with(tenantService())
                        .contentType(APPLICATION_JSON)
                        .content("""
                        {"version": 1, "issuer": "i", "subject": "s", "name": "Priya N", "roles": [], "status": "active"}"""))
                .hasStatusOk();
    }

    @Test
    void refusesAnybodyElse() {
        assertThat(mvc.put().uri(SETTINGS).contentType(APPLICATION_JSON).content(BODY))
                .hasStatus(401);
        assertThat(mvc.put()
                        .uri(SETTINGS)
                        .with(As.a(LEAD))
                        .contentType(APPLICATION_JSON)
                        .content(BODY))
                .hasStatus(403);
        verify(projection, never()).apply(any(Settings.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["king"] | gone
            [null] | active
            """)
    void refusesRolesAndStatusesThatDoNotExist(String roles, String status) {
        assertThat(mvc.put()
                        .uri(MEMBER)
                        .with(tenantService())
                        .contentType(APPLICATION_JSON)
                        .content("""
                        {"version": 1, "issuer": "i", "subject": "s", "name": "Priya N", "roles": %s, "status": "%s"}""".formatted(roles, status)))
                .hasStatus(400);
    }

    @Test
    void saysThatTheServicesDisagree() {
        willThrow(new VersionConflict().refused()).given(projection).apply(any(Settings.class));

        assertThat(mvc.put()
                        .uri(SETTINGS)
                        .with(tenantService())
                        .contentType(APPLICATION_JSON)
                        .content(BODY))
                .hasStatus(409)
                .bodyText()
                .contains("version-conflict");
    }

    private static RequestPostProcessor tenantService() {
        return SecurityMockMvcRequestPostProcessors.user("tenant-service").authorities(() -> InternalSecurity.PROJECT);
    }
}

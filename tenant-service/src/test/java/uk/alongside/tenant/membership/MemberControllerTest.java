package uk.alongside.tenant.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willDoNothing;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static uk.alongside.tenant.membership.MemberBuilder.aMember;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.Answers;
import uk.alongside.tenant.ControllerSlice;
import uk.alongside.tenant.identity.IdentityRefusal.EmailNotAccepted;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.membership.MemberRefusal.AlreadyAMember;
import uk.alongside.tenant.membership.MemberRefusal.AskForSupportAccess;
import uk.alongside.tenant.membership.MemberRefusal.HasSignedIn;
import uk.alongside.tenant.membership.MemberRefusal.LeadHasSignedIn;
import uk.alongside.tenant.membership.MembershipService.Appointed;

@WebMvcTest(MemberController.class)
@ControllerSlice
class MemberControllerTest {

    private static final UUID LARKSHIRE = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
    private static final String MEMBERS = "/api/councils/" + LARKSHIRE + "/members";

    @Autowired
    private MockMvcTester http;

    @MockitoBean
    private MembershipService service;

    private final MemberView priya = MemberView.of(aMember().build());

    @Test
    void listsTheMembersOfTheCouncilInThePath() {
        given(service.members(null)).willAnswer(_ -> {
            assertThat(CouncilContext.council()).isEqualTo(LARKSHIRE);
            return new Page<>(List.of(priya), null);
        });

        assertThat(http.get().uri(MEMBERS).with(operator()))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"items": [{"id": "%s", "name": "Priya Hollis", "email": "priya@larkshire.example",
                          "roles": ["hub-staff"], "status": "active", "signedIn": false, "version": 1}]}""".formatted(priya.id().value()));
    }

    @Test
    void appointsALeadByEmailInAnyCaseAndShowsNoPassword() {
        given(service.appointLead("Priya Hollis", "priya@larkshire.example")).willReturn(new Appointed(priya, true));

        assertThat(appoint("""
                        {"name": "Priya  Hollis", "email": " Priya@Larkshire.example"}"""))
                .hasStatus(201)
                .hasHeader("ETag", "\"1\"")
                .hasHeader("Location", MEMBERS + "/" + priya.id().value())
                .bodyJson()
                .hasPathSatisfying(
                        "$.oneTimePasswordMailed", it -> it.assertThat().isEqualTo(true))
                .hasPathSatisfying("$.member.version", it -> it.assertThat().isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "email": "p@x.example" | #/name | NotBlank
                    "name": "P" | #/email | NotBlank
                    "name": "P", "clientId": "larkshire-import" | #/email | NotBlank
                    "name": "P", "email": "p" | #/email | Email
                    """)
    void namesTheInvalidField(String members, String pointer, String code) {
        assertThat(appoint("{" + members + "}")).hasStatus(400).bodyJson().isLenientlyEqualTo("""
                        {"type": "https://alongside.example/problems/invalid",
                         "errors": [{"pointer": "%s", "code": "%s"}]}""".formatted(
                        pointer, code));
        then(service).shouldHaveNoInteractions();
    }

    @Test
    void answersEachRejectedAppointmentWithItsType() {
        given(service.appointLead(anyString(), anyString()))
                .willThrow(
                        new AskForSupportAccess().refused(),
                        new LeadHasSignedIn().refused(),
                        new AlreadyAMember().refused(),
                        new EmailNotAccepted().refused(),
                        new IdentityUnavailable().refused());

        assertThat(Stream.generate(() -> Answers.summary(appoint("""
                                {"name": "P", "email": "p@x.example"}"""))).limit(5))
                .containsExactly(
                        "409 ask-for-support-access",
                        "409 lead-has-signed-in",
                        "409 already-a-member",
                        "400 invalid",
                        "503 identity-unavailable");
    }

    @Test
    void mailsAnotherOneTimePasswordUntilOneWasUsed() {
        willDoNothing().willThrow(new HasSignedIn().refused()).given(service).welcomeAgain(priya.id());

        assertThat(renew()).hasStatus(204).body().isEmpty();
        assertThat(Answers.summary(renew())).isEqualTo("409 has-signed-in");
    }

    @Test
    void isForAnOperatorOnly() {
        var lead = user("lead")
                .authorities(Role.LEAD.authorities().stream()
                        .map(SimpleGrantedAuthority::new)
                        .toList());

        assertThat(http.get().uri(MEMBERS).with(lead)).hasStatus(403);
        assertThat(http.post()
                        .uri(MEMBERS)
                        .with(lead)
                        .contentType(APPLICATION_JSON)
                        .content("""
                        {"name": "P", "email": "p@x.example", "roles": ["viewer"]}"""))
                .hasStatus(403);
        assertThat(http.post()
                        .uri(MEMBERS + "/" + priya.id().value() + "/one-time-password")
                        .with(lead))
                .hasStatus(403);
        assertThat(http.post()
                        .uri(MEMBERS + "/" + priya.id().value() + "/second-factor-reset")
                        .with(lead)
                        .contentType(APPLICATION_JSON)
                        .content("{\"reason\": \"lost\"}"))
                .hasStatus(403);
        then(service).shouldHaveNoInteractions();
    }

    private MvcTestResult appoint(String body) {
        return http.post()
                .uri(MEMBERS)
                .with(operator())
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult renew() {
        return http.post()
                .uri(MEMBERS + "/" + priya.id().value() + "/one-time-password")
                .with(operator())
                .exchange();
    }

    private static RequestPostProcessor operator() {
        return user("operator").authorities(new SimpleGrantedAuthority(Role.OPERATE));
    }
}

package uk.alongside.tenant.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static uk.alongside.tenant.membership.MemberBuilder.aMember;

import java.util.List;
import java.util.Set;
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
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.Answers;
import uk.alongside.tenant.ControllerSlice;
import uk.alongside.tenant.identity.IdentityRefusal.EmailNotAccepted;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.identity.OneTimePassword;
import uk.alongside.tenant.membership.MemberRefusal.AlreadyAMember;
import uk.alongside.tenant.membership.MemberRefusal.HasSignedIn;
import uk.alongside.tenant.membership.MemberRefusal.LastLead;
import uk.alongside.tenant.membership.MemberRefusal.NoSuchClient;
import uk.alongside.tenant.membership.MemberRefusal.StaleVersion;
import uk.alongside.tenant.membership.MembershipService.Appointed;

@WebMvcTest(MemberController.class)
@ControllerSlice
class MemberControllerTest {

    private static final UUID LARKSHIRE = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
    private static final String MEMBERS = "/api/councils/" + LARKSHIRE + "/members";

    private static final String EDITED = """
            {"name": "Priya Hollis", "roles": ["viewer", "hub-staff"], "status": "suspended"}""";

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
                          "roles": ["hub-staff"], "status": "active", "version": 1}], "next": null}""".formatted(priya.id()));
    }

    @Test
    void addsAPersonByEmailInAnyCase() {
        given(service.addPerson("Priya Hollis", "priya@larkshire.example", Set.of(Role.HUB_STAFF)))
                .willReturn(new Appointed(priya, new OneTimePassword("abcde-fghjk")));

        assertThat(add("""
                        {"name": "Priya  Hollis", "email": " Priya@Larkshire.example", "roles": ["hub-staff"]}"""))
                .hasStatus(201)
                .hasHeader("ETag", "\"1\"")
                .hasHeader("Location", MEMBERS + "/" + priya.id())
                .bodyJson()
                .hasPathSatisfying("$.oneTimePassword", it -> it.assertThat().isEqualTo("abcde-fghjk"))
                .hasPathSatisfying("$.member.version", it -> it.assertThat().isEqualTo(1));
    }

    @Test
    void addsAMachineByItsClientIdWithoutAPassword() {
        given(service.addMachine("Venue import", "larkshire-import", Set.of(Role.LEAD)))
                .willReturn(new Appointed(priya, null));

        assertThat(add("""
                        {"name": "Venue import", "clientId": "larkshire-import", "roles": ["lead"]}""")).hasStatus(201).bodyJson().doesNotHavePath("$.oneTimePassword");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "email": "p@x.example", "roles": ["viewer"] | #/name | NotBlank
                    "name": "P", "roles": ["viewer"] | #/email | EmailOrClientNeeded
                    "name": "P", "email": "p@x.example", "clientId": "x", "roles": ["viewer"] | #/email | EmailOrClientNeeded
                    "name": "P", "email": "p", "roles": ["viewer"] | #/email | Email
                    "name": "P", "email": "p@x.example" | #/roles | NotEmpty
                    "name": "P", "email": "p@x.example", "roles": [] | #/roles | NotEmpty
                    "name": "P", "email": "p@x.example", "roles": ["operator"] | #/roles/0 | Format
                    "name": "P", "email": "p@x.example", "roles": [null] | #/roles/0 | Format
                    """)
    void namesTheInvalidField(String members, String pointer, String code) {
        assertThat(add("{" + members + "}")).hasStatus(400).bodyJson().isLenientlyEqualTo("""
                        {"type": "https://alongside.example/problems/invalid",
                         "errors": [{"pointer": "%s", "code": "%s"}]}""".formatted(pointer, code));
        then(service).shouldHaveNoInteractions();
    }

    @Test
    void changesAMemberOfTheVersionThatWasRead() {
        given(service.edit(priya.id(), 7, "Priya Hollis", Set.of(Role.VIEWER, Role.HUB_STAFF), MemberStatus.SUSPENDED))
                .willReturn(priya);

        assertThat(change("\"7\"")).hasStatusOk().hasHeader("ETag", "\"1\"");
    }

    @Test
    void asksForTheVersionThatWasRead() {
        var answer = http.put()
                .uri(MEMBERS + "/" + priya.id())
                .with(operator())
                .contentType(APPLICATION_JSON)
                .content(EDITED)
                .exchange();

        assertThat(Answers.summary(answer)).isEqualTo("428 if-match-required");
    }

    @Test
    void answersEachRefusedChangeWithItsType() {
        given(service.edit(any(), anyLong(), anyString(), any(), any()))
                .willThrow(Refused.notFound(), new LastLead().refused(), new StaleVersion(priya).refused());

        assertThat(Stream.generate(() -> Answers.summary(change("\"1\""))).limit(3))
                .containsExactly("404 not-found", "409 last-lead", "412 stale-version");
    }

    @Test
    void answersEachRefusedAdditionWithItsType() {
        given(service.addPerson(anyString(), anyString(), any()))
                .willThrow(
                        new AlreadyAMember().refused(),
                        new NoSuchClient().refused(),
                        new EmailNotAccepted().refused(),
                        new IdentityUnavailable().refused());

        assertThat(Stream.generate(() -> Answers.summary(add("""
                                {"name": "P", "email": "p@x.example", "roles": ["viewer"]}"""))).limit(4))
                .containsExactly("409 already-a-member", "400 invalid", "400 invalid", "503 identity-unavailable");
    }

    @Test
    void renewsAOneTimePasswordUntilItWasUsed() {
        given(service.renewOneTimePassword(priya.id()))
                .willReturn(new OneTimePassword("abcde-fghjk"))
                .willThrow(new HasSignedIn().refused());

        assertThat(renew()).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"oneTimePassword": "abcde-fghjk"}""");
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
        assertThat(http.put()
                        .uri(MEMBERS + "/" + priya.id())
                        .with(lead)
                        .header("If-Match", "\"1\"")
                        .contentType(APPLICATION_JSON)
                        .content(EDITED))
                .hasStatus(403);
        assertThat(http.post()
                        .uri(MEMBERS + "/" + priya.id() + "/one-time-password")
                        .with(lead))
                .hasStatus(403);
        then(service).shouldHaveNoInteractions();
    }

    private MvcTestResult add(String body) {
        return http.post()
                .uri(MEMBERS)
                .with(operator())
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult change(String ifMatch) {
        return http.put()
                .uri(MEMBERS + "/" + priya.id())
                .with(operator())
                .header("If-Match", ifMatch)
                .contentType(APPLICATION_JSON)
                .content(EDITED)
                .exchange();
    }

    private MvcTestResult renew() {
        return http.post()
                .uri(MEMBERS + "/" + priya.id() + "/one-time-password")
                .with(operator())
                .exchange();
    }

    private static RequestPostProcessor operator() {
        return user("operator").authorities(new SimpleGrantedAuthority(Role.OPERATE));
    }
}

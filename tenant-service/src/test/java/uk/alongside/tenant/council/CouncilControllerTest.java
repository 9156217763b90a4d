package uk.alongside.tenant.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static uk.alongside.tenant.settings.CouncilBuilder.aCouncil;

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
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.Answers;
import uk.alongside.tenant.ControllerSlice;
import uk.alongside.tenant.council.CouncilRefusal.AliasReserved;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityEnded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityNeeded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityOfADemonstration;
import uk.alongside.tenant.council.CouncilRefusal.LeadEmailNotAccepted;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchAuthority;
import uk.alongside.tenant.council.CouncilRefusal.StaleVersion;
import uk.alongside.tenant.council.CouncilService.CouncilRequest;
import uk.alongside.tenant.council.CouncilService.CreatedCouncil;
import uk.alongside.tenant.council.CouncilService.FirstLead;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;
import uk.alongside.tenant.membership.MemberStatus;
import uk.alongside.tenant.membership.MemberView;
import uk.alongside.tenant.membership.MembershipService.Appointed;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.register.RegisterRefusal.AliasTaken;
import uk.alongside.tenant.register.RegisterRefusal.AuthorityTaken;
import uk.alongside.tenant.register.RegisterRefusal.NameTaken;
import uk.alongside.tenant.settings.CouncilSettings.Wording;

@WebMvcTest(CouncilController.class)
@ControllerSlice
class CouncilControllerTest {

    private static final UUID LARKSHIRE = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");

    private static final String NEW_COUNCIL = """
            {"name": " Larkshire Council ", "alias": "larkshire",
             "firstLead": {"name": "Lena Marsh", "email": "Lena@larkshire.example"}}""";

    private static final CouncilRequest REQUEST = new CouncilRequest(
            "larkshire",
            new Wording("Larkshire Council", null, null, null),
            false,
            false,
            null,
            new FirstLead("Lena Marsh", "lena@larkshire.example"));

    private static final String SETTINGS = """
            {"name": "Larkshire Council", "talkingPoint": "Talking point", "contactPhone": "", "contactEmail": null}""";

    @Autowired
    private MockMvcTester http;

    @MockitoBean
    private CouncilService service;

    @Test
    void listsTheCouncils() {
        given(service.councils(null))
                .willReturn(new Page<>(
                        List.of(new Register.Entry(
                                LARKSHIRE, "Larkshire Council", "larkshire", CouncilStatus.LIVE, true, true, null)),
                        null));

        assertThat(http.get().uri("/api/councils").with(operator()))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"items": [{"id": "aaaaaaaa-0000-4000-8000-000000000001",
                          "name": "Larkshire Council", "alias": "larkshire", "status": "live", "suspended": true, "demonstration": true}]}""");
    }

    @Test
    void makesACouncilOfWhatWasMeant() {
        var council = CouncilView.of(aCouncil().build());
        var lead = new MemberView(
                new MemberId(UUID.randomUUID()),
                "Lena Marsh",
                "lena@larkshire.example",
                null,
                Set.of(Role.LEAD),
                MemberStatus.ACTIVE,
                false,
                1);
        given(service.create(REQUEST)).willReturn(new CreatedCouncil(council, new Appointed(lead, true)));

        assertThat(http.post()
                        .uri("/api/councils")
                        .with(operator())
                        .contentType(APPLICATION_JSON)
                        .content(NEW_COUNCIL))
                .hasStatus(201)
                .hasHeader("Location", "/api/councils/" + council.id())
                .hasHeader("ETag", "\"1\"")
                .bodyJson()
                .hasPathSatisfying(
                        "$.oneTimePasswordMailed", it -> it.assertThat().isEqualTo(true))
                .hasPathSatisfying("$.firstLead.roles", it -> it.assertThat().isEqualTo(List.of("lead")))
                .doesNotHavePath("$.council.contactPhone")
                .doesNotHavePath("$.firstLead.clientId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "name": " ", "alias": "larkshire", "firstLead": {"name": "L", "email": "l@x.example"} | #/name | NotBlank
                    "alias": "larkshire", "firstLead": {"name": "L", "email": "l@x.example"} | #/name | NotBlank
                    "name": "L", "alias": "Larkshire", "firstLead": {"name": "L", "email": "l@x.example"} | #/alias | Pattern
                    "name": "L", "alias": "l", "firstLead": {"name": "L", "email": "l@x.example"} | #/alias | Pattern
                    "name": "L", "alias": "1arkshire", "firstLead": {"name": "L", "email": "l@x.example"} | #/alias | Pattern
                    "name": "L", "alias": "larkshire" | #/firstLead | NotNull
                    "name": "L", "alias": "larkshire", "firstLead": {"name": "", "email": "l@x.example"} | #/firstLead/name | NotBlank
                    "name": "L", "alias": "larkshire", "firstLead": {"name": "L", "email": "lena"} | #/firstLead/email | Email
                    "name": "L", "alias": "larkshire", "contactPhone": "call me", "firstLead": {"name": "L", "email": "l@x.example"} | #/contactPhone | Pattern
                    "name": "L", "alias": "larkshire", "contactEmail": "x", "firstLead": {"name": "L", "email": "l@x.example"} | #/contactEmail | Email
                    "name": {}, "alias": "larkshire" | #/name | Format
                    """)
    void namesTheFieldThatIsNotRight(String members, String pointer, String code) {
        assertThat(http.post()
                        .uri("/api/councils")
                        .with(operator())
                        .contentType(APPLICATION_JSON)
                        .content("{" + members + "}"))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"type": "https://alongside.example/problems/invalid",
                         "errors": [{"pointer": "%s", "code": "%s"}]}""".formatted(pointer, code));
        then(service).shouldHaveNoInteractions();
    }

    @Test
    void takesNoCouncilIdFromABody() {
        given(service.create(any())).willThrow(new AliasTaken().refused());

        http.post()
                .uri("/api/councils")
                .with(operator())
                .contentType(APPLICATION_JSON)
                .content(NEW_COUNCIL.replaceFirst(
                        "\\{", "{\"id\": \"%1$s\", \"tenantId\": \"%1$s\", \"version\": 9, ".formatted(LARKSHIRE)))
                .exchange();

        then(service).should().create(REQUEST);
    }

    @Test
    void readsTheCouncilOfThePathAndSaysItsVersion() {
        given(service.council()).willAnswer(_ -> {
            assertThat(CouncilContext.council()).isEqualTo(LARKSHIRE);
            return CouncilView.of(aCouncil().build());
        });

        assertThat(http.get().uri("/api/councils/" + LARKSHIRE).with(operator()))
                .hasStatusOk()
                .hasHeader("ETag", "\"1\"")
                .hasHeader("Cache-Control", "no-store");
    }

    @Test
    void changesTheSettingsOfTheVersionThatWasRead() {
        given(service.edit(3, new Wording("Larkshire Council", "Talking point", null, null)))
                .willReturn(CouncilView.of(aCouncil().build()));

        assertThat(change("\"3\"")).hasStatusOk();
    }

    @Test
    void asksForTheVersionThatWasRead() {
        assertThat(http.put()
                        .uri("/api/councils/" + LARKSHIRE + "/settings")
                        .with(operator())
                        .contentType(APPLICATION_JSON)
                        .content(SETTINGS))
                .hasStatus(428)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://alongside.example/problems/if-match-required");
        then(service).shouldHaveNoInteractions();
    }

    @Test
    void saysWhatThereIsNowToWhoeverCameSecond() {
        var now = CouncilView.of(aCouncil().build());
        given(service.edit(anyLong(), any())).willThrow(new StaleVersion(now).refused());

        assertThat(change("\"0\""))
                .hasStatus(412)
                .bodyJson()
                .hasPathSatisfying("$.current.name", it -> it.assertThat().isEqualTo("Larkshire Council"))
                .hasPathSatisfying("$.current.version", it -> it.assertThat().isEqualTo(1));
    }

    @Test
    void answersEachRefusalWithItsType() {
        given(service.create(any()))
                .willThrow(
                        new AliasTaken().refused(),
                        new AliasReserved().refused(),
                        new AuthorityNeeded().refused(),
                        new NoSuchAuthority().refused(),
                        new AuthorityOfADemonstration().refused(),
                        new AuthorityTaken().refused(),
                        new AuthorityEnded(List.of()).refused(),
                        new NameTaken().refused(),
                        new IdentityUnavailable().refused(),
                        new LeadEmailNotAccepted().refused());

        assertThat(Stream.generate(this::create).limit(10).toList())
                .containsExactly(
                        "409 alias-taken",
                        "409 alias-reserved",
                        "400 invalid",
                        "400 invalid",
                        "400 invalid",
                        "409 authority-taken",
                        "409 authority-ended",
                        "409 name-taken",
                        "503 identity-unavailable",
                        "400 invalid");
    }

    @Test
    void answersForACouncilThatIsNotThereAsForAnIdThatIsNone() {
        given(service.council()).willThrow(Refused.notFound());

        var absent = http.get()
                .uri("/api/councils/" + UUID.randomUUID())
                .with(operator())
                .exchange();
        var noId = http.get().uri("/api/councils/none").with(operator()).exchange();

        assertThat(absent).hasStatus(404);
        assertThat(noId).hasStatus(404);
        assertThat(absent.getResponse().getContentAsByteArray())
                .isEqualTo(noId.getResponse().getContentAsByteArray());
    }

    @Test
    void isForAnOperatorOnly() {
        var lead = user("lead")
                .authorities(Role.LEAD.authorities().stream()
                        .map(SimpleGrantedAuthority::new)
                        .toList());

        assertThat(http.get().uri("/api/councils").with(lead)).hasStatus(403);
        assertThat(http.get().uri("/api/councils/" + LARKSHIRE).with(lead)).hasStatus(403);
        assertThat(http.post()
                        .uri("/api/councils")
                        .with(lead)
                        .contentType(APPLICATION_JSON)
                        .content(NEW_COUNCIL))
                .hasStatus(403);
        assertThat(http.put()
                        .uri("/api/councils/" + LARKSHIRE + "/settings")
                        .with(lead)
                        .header("If-Match", "\"1\"")
                        .contentType(APPLICATION_JSON)
                        .content(SETTINGS))
                .hasStatus(403);
        then(service).shouldHaveNoInteractions();
    }

    private String create() {
        var answer = http.post()
                .uri("/api/councils")
                .with(operator())
                .contentType(APPLICATION_JSON)
                .content(NEW_COUNCIL)
                .exchange();
        return Answers.summary(answer);
    }

    private MvcTestResult change(String ifMatch) {
        return http.put()
                .uri("/api/councils/" + LARKSHIRE + "/settings")
                .with(operator())
                .header("If-Match", ifMatch)
                .contentType(APPLICATION_JSON)
                .content(SETTINGS)
                .exchange();
    }

    private static RequestPostProcessor operator() {
        return user("operator").authorities(new SimpleGrantedAuthority(Role.OPERATE));
    }
}

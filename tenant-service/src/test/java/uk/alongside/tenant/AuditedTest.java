package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests that each change of a council's team, settings and approach leaves exactly one event on its chain here, and a
 * read leaves none: this service holds no resident, and readers of the staff list need no record.
 *
 * <p>The test calls all operations of the description, so that a new operation without an example here fails the test.
 */
class AuditedTest extends TenantServiceTest {

    private static final Map<String, String> READS = Map.ofEntries(
            Map.entry("listCouncils", "names of councils"),
            Map.entry("getDeployment", "numbers of the services"),
            Map.entry("getCouncil", "a council's own words"),
            Map.entry("beginInstallationTest", "opens another council, on whose record it is"),
            Map.entry("endInstallationTest", "closes another council, on whose record it is"),
            Map.entry("getSuspension", "when the council was suspended, and why"),
            Map.entry("getSetUpOfCouncil", "what is still to do"),
            Map.entry("getSetUp", "what is still to do"),
            Map.entry("getOwnSettings", "a council's own words"),
            Map.entry("getSafeguarding", "a council's own words"),
            Map.entry("getTeamSecondFactor", "whether a member of staff has a second factor"),
            Map.entry("getSecondFactorRule", "whom the council asks for a second factor"),
            Map.entry("listPasskeys", "the caller's own passkeys"),
            Map.entry("getCouncilSignIn", "the council's own e-mail domains"),
            Map.entry("getEmailDomains", "the council's own e-mail domains"),
            Map.entry("getSignInProvider", "the council's own sign-in, and the staff who used it last"),
            Map.entry("getLogo", "a picture of the council's"),
            Map.entry("getAssessment", "the council's own paper"),
            Map.entry("getAgreement", "an agreement"),
            Map.entry("getAgreementText", "an agreement"),
            Map.entry("getAcceptedAgreement", "an agreement, and the person who accepted it"),
            Map.entry("getAssessmentOfCouncil", "the council's own paper"),
            Map.entry("previewBrand", "colours; keeps nothing"),
            Map.entry("listLocalAuthorities", "names of authorities"),
            Map.entry("listAuthorityFacts", "public numbers about authorities"),
            Map.entry("previewAuthorityFactImport", "public numbers that the caller typed; keeps nothing"),
            Map.entry("importAuthorityFacts", "of no council; each row keeps which operator loaded it, and when"),
            Map.entry("getAuthorityFactTemplate", "an empty file"),
            Map.entry("listBenchmarks", "public figures of all councils together"),
            Map.entry("getBenchmark", "public figures of all councils together"),
            Map.entry("listMembers", "names and work addresses of staff"),
            Map.entry("getMember", "a name and a work address of staff"),
            Map.entry("listTeamMembers", "names and work addresses of staff"),
            Map.entry("listInvitations", "work addresses of staff to be"),
            Map.entry("getInvitation", "work addresses of staff to be"),
            Map.entry("previewNewInvitations", "work addresses that the caller typed; keeps nothing"),
            Map.entry("previewInvitation", "what the holder's mail says"),
            Map.entry("askForNewPassword", "audited when a member was found, after the answer"),
            Map.entry("previewNewPassword", "the address to which the holder's mail went"),
            Map.entry("listSupportGrants", "which operator asked for access, and what was decided"),
            Map.entry("listSupportGrantsOfCouncil", "which operator asked for access, and what was decided"),
            Map.entry("getSupportGrant", "which operator asked for access, and what was decided"),
            Map.entry("listIntroductionQuestions", "what the council's own leads asked"),
            Map.entry("getIntroductionQuestion", "what the council's own leads asked"),
            Map.entry("listIntroductionRequests", "what the council was asked, by no name before both said yes"),
            Map.entry("getIntroductionOffer", "what the council offers to talk about"),
            Map.entry("listMail", "mail to staff, where no mail server is"),
            Map.entry("getBlueprint", "published words"),
            Map.entry("listCouncilAuditEvents", "names of staff and words"),
            Map.entry("listCouncilAuditAnchors", "numbers and hashes"),
            Map.entry("getCouncilAuditAnchor", "a number and a hash"),
            Map.entry("verifyCouncilAudit", "numbers and words"));

    /** The words of the page that shows the record. */
    private static final JsonNode WORDS = new JsonMapper()
            .readTree(Path.of("../frontend/src/locales/en/audit.json").toFile());

    private static final String LOGO =
            "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'><rect width='8' height='4'/></svg>";

    private static final Pattern LINK = Pattern.compile("/join#(\\S+)");

    private final NewCouncil council = aCouncil();
    private final List<String> called = new ArrayList<>();
    private String id = "";

    private interface Call {
        Http.Answer answer();
    }

    @Test
    void leavesOneEventForEachChangeAndNoneForARead() {
        var operator = operator();
        id = changed("createCouncil", "council created", () -> {
                    var created = operator.post("/api/councils", council.json());
                    id = created.body().path("council").path("id").asString();
                    return created;
                })
                .path("council")
                .path("id")
                .asString();
        var path = "/api/councils/" + id;
        var secondLead = "second@" + council.alias() + ".example";
        changed(
                "appointLead",
                "member added",
                () -> operator.post(
                        path + "/members", "{\"name\": \"Lena Marsh\", \"email\": \"" + secondLead + "\"}"));
        var lead = lead(council);
        read("listCouncils", () -> operator.get("/api/councils"));
        read("getDeployment", () -> operator.get("/api/deployment"));
        read("getCouncil", () -> operator.get(path));
        var firstLead = read("listMembers", () -> operator.get(path + "/members"))
                .path("items")
                .valueStream()
                .filter(member -> member.path("email").asString("").equals(secondLead))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        read("listTeamMembers", () -> lead.get("/api/members"));
        changed(
                "updateTeamMember",
                "member edited",
                () -> lead.put(
                        "/api/members/" + firstLead,
                        "{\"name\": \"Lena Marsh-Hall\", \"roles\": [\"lead\"], \"status\": \"active\"}",
                        "\"1\""));
        read("getMember", () -> operator.get(path + "/members/" + firstLead));
        changed(
                "renewOneTimePassword",
                "member password-renewed",
                () -> operator.post(path + "/members/" + firstLead + "/one-time-password", ""));
        changed(
                "renewTeamPassword",
                "member password-renewed",
                () -> lead.post("/api/members/" + firstLead + "/one-time-password", ""));
        read("listPasskeys", () -> lead.get("/api/passkeys"));
        read("getTeamSecondFactor", () -> lead.get("/api/members/" + firstLead + "/second-factor"));
        changed(
                "resetLeadSecondFactor",
                "member second-factor-reset",
                () -> operator.post(
                        path + "/members/" + firstLead + "/second-factor-reset", "{\"reason\": \"misuse\"}"));
        changed(
                "resetTeamSecondFactor",
                "member second-factor-reset",
                () -> lead.post("/api/members/" + firstLead + "/second-factor-reset", "{\"reason\": \"lost\"}"));
        invitations(lead);
        passwords(secondLead);
        support(lead, path);
        settings(lead, path);
        blueprint(lead);
        goLive(lead, path);
        suspension(path);
        read("beginInstallationTest", () -> operator().post("/api/installation-test", ""));
        read("endInstallationTest", () -> operator().post("/api/installation-test/end", ""));
        read("listCouncilAuditEvents", () -> lead.get("/api/settings/audit/events"));
        read("listCouncilAuditAnchors", () -> lead.get("/api/settings/audit/anchors"));
        read("getCouncilAuditAnchor", () -> lead.get("/api/settings/audit/anchor"));
        exported(lead);
        read("verifyCouncilAudit", () -> lead.post("/api/settings/audit/verifications", "{\"anchors\": []}"));

        introductions(lead);

        assertThat(new TreeSet<>(called)).isEqualTo(operations());
    }

    private void introductions(Http lead) {
        read("getIntroductionOffer", () -> lead.get("/api/introductions/offer"));
        changed(
                "updateIntroductionOffer",
                "introduction-offer changed",
                () -> lead.put("/api/introductions/offer", "{\"rates\": [\"attended\"]}", "\"0\""));
        var questions = "/api/introductions/questions";
        var question = changed(
                        "createIntroductionQuestion",
                        "introduction-question asked",
                        () -> lead.post(questions, "{\"rate\": \"listened-to\"}"))
                .path("id")
                .asString();
        read("listIntroductionQuestions", () -> lead.get(questions));
        read("getIntroductionQuestion", () -> lead.get(questions + "/" + question));
        changed(
                "withdrawIntroductionQuestion",
                "introduction-question withdrawn",
                () -> lead.post(questions + "/" + question + "/withdraw", ""));
        var request = UUID.randomUUID();
        superuser().sql("""
                        insert into app.introduction_request (tenant_id, id, question_id, rate, status, asked_at, version)
                        values (?::uuid, ?, ?, 'attended', 'asked', now(), 1)""").params(id, request, UUID.randomUUID()).update();
        read("listIntroductionRequests", () -> lead.get("/api/introductions/requests"));
        changed(
                "answerIntroductionRequest",
                "introduction-request declined",
                () -> lead.post("/api/introductions/requests/" + request + "/answer", "{\"answer\": \"not-now\"}"));
    }

    private void exported(Http lead) {
        changed("exportCouncilAudit", "audit exported", () -> lead.get("/api/settings/audit/export"));
    }

    private void invitations(Http lead) {
        var amir = "amir@" + council.alias() + ".example";
        var asked = "{\"emails\": [\"%s\"], \"roles\": [\"lead\"]}";
        read("previewNewInvitations", () -> lead.post("/api/invitations/preview", asked.formatted(amir)));
        changed("createInvitations", "invitation invited", () -> lead.post("/api/invitations", asked.formatted(amir)));
        var amirs = onlyInvitation(lead);
        mailTo(amir, 1);
        changed(
                "sendInvitationAgain",
                "invitation invited",
                () -> lead.post("/api/invitations/" + amirs + "/send-again", ""));
        var link = LINK.matcher(mailTo(amir, 2).getFirst().path("text").asString());
        assertThat(link.find()).isTrue();
        var token = "{\"token\": \"" + link.group(1) + "\"";
        read("listMail", () -> operator().get("/api/councils/" + id + "/mail"));
        read("previewInvitation", () -> as(null).post("/open/invitations/preview", token + "}"));
        changed(
                "acceptInvitation",
                "member added",
                () -> as(null).post(
                                "/open/invitations/accept",
                                token + ", \"email\": \"" + amir + "\", \"name\": \"Amir Patel\"}"));
        lead.post("/api/invitations", asked.formatted("amir.patel@" + council.alias() + ".example"));
        var other = onlyInvitation(lead);
        read("listInvitations", () -> lead.get("/api/invitations"));
        read("getInvitation", () -> lead.get("/api/invitations/" + other));
        changed("revokeInvitation", "invitation revoked", () -> lead.post("/api/invitations/" + other + "/revoke", ""));
    }

    private void passwords(String address) {
        int before = events().size();
        called.add("askForNewPassword");
        assertThat(as(null).post("/open/password-resets", "{\"email\": \"" + address + "\"}")
                        .status())
                .isEqualTo(204);
        eventually(
                Duration.ofMinutes(2),
                () -> MEMBERS.passwordMailedTo(address)
                        .filter(link -> link.contains("/new-password#"))
                        .isPresent());
        assertThat(events().subList(before, events().size())).isEqualTo(List.of("member password-link-asked"));
        var link = MEMBERS.passwordMailedTo(address).orElseThrow();
        var token = "{\"token\": \"" + link.substring(link.indexOf('#') + 1) + "\"";
        read("previewNewPassword", () -> as(null).post("/open/password-resets/preview", token + "}"));
        changed(
                "chooseNewPassword",
                "member password-chosen",
                () -> as(null).post("/open/password-resets/choose", token + ", \"password\": \"Three blue kettles\"}"));
    }

    private void support(Http lead, String path) {
        var asked = "{\"reason\": \"The import of hubs fails\", \"hours\": 4}";
        var declined = changed(
                "createSupportGrant", "support-grant asked", () -> operator().post(path + "/support-grants", asked));
        var grants = "/api/support-grants/";
        changed(
                "declineSupportGrant",
                "support-grant declined",
                () -> lead.post(grants + declined.path("id").asString() + "/decline", ""));
        var grant = operator()
                .post(path + "/support-grants", asked)
                .body()
                .path("id")
                .asString();
        read("listSupportGrants", () -> lead.get("/api/support-grants"));
        read("listSupportGrantsOfCouncil", () -> operator().get(path + "/support-grants"));
        read("getSupportGrant", () -> operator().get(path + "/support-grants/" + grant));
        changed(
                "approveSupportGrant",
                "support-grant approved",
                () -> lead.post(grants + grant + "/approve", "{\"residents\": false}"));
        changed("endSupportGrant", "support-grant ended", () -> lead.post(grants + grant + "/end", ""));
    }

    private void settings(Http lead, String path) {
        read("listLocalAuthorities", () -> lead.get("/api/local-authorities"));
        facts();
        superuser().sql("""
                        insert into shared.benchmark_release (period, made_on, file, key, signature, restates)
                        values ('1999-04-01', '1999-08-12', '{}', 'none', '', '{}') on conflict do nothing""").update();
        read("listBenchmarks", () -> lead.get("/api/benchmarks"));
        read("getBenchmark", () -> lead.get("/api/benchmarks/1999-04-01"));
        superuser()
                .sql("delete from shared.benchmark_release where period = '1999-04-01'")
                .update();
        read("getOwnSettings", () -> lead.get("/api/settings"));
        read("getSafeguarding", () -> lead.get("/api/settings/safeguarding"));
        changed("updateSafeguarding", "council edited", () -> lead.put("/api/settings/safeguarding", """
                {"numbers": [{"name": "Duty desk", "phone": "01632 960150"}], "steps": "Ring the duty desk."}""", "\"0\""));
        read("getSecondFactorRule", () -> lead.get("/api/settings/second-factor"));
        changed(
                "updateSecondFactorRule",
                "council edited",
                () -> lead.put("/api/settings/second-factor", "{\"everybody\": true}", "\"0\""));
        signInProvider(lead, path);
        read("previewBrand", () -> lead.post("/api/settings/brand/preview", "{\"colour\": \"#FFB81C\"}"));
        changed(
                "updateLogo",
                "council edited",
                () -> lead.send(lead.request("/api/settings/logo")
                        .header("Content-Type", "application/octet-stream")
                        .header("If-Match", tag(lead))
                        .PUT(BodyPublishers.ofString(LOGO))));
        read("getLogo", () -> lead.get("/api/settings/logo"));
        changed(
                "deleteLogo",
                "council edited",
                () -> lead.send(lead.request("/api/settings/logo")
                        .header("If-Match", tag(lead))
                        .DELETE()));
        changed(
                "updateAssessment",
                "council edited",
                () -> lead.send(lead.request("/api/settings/assessment")
                        .header("Content-Type", "application/octet-stream")
                        .header("If-Match", tag(lead))
                        .PUT(BodyPublishers.ofString("%PDF-1.7\nmade up\n%%EOF\n"))));
        read("getAssessment", () -> lead.get("/api/settings/assessment"));
        changed(
                "updateDataProtection",
                "council edited",
                () -> lead.put("/api/settings/data-protection", """
                        {"registration": "ZA000000", "dataProtectionEmail": "dpo@larkshire.example",
                         "privacyNotice": "https://www.larkshire.example/privacy"}""", tag(lead)));
        read("getAgreement", () -> lead.get("/api/agreement"));
        changed("acceptAgreement", "agreement accepted", () -> lead.post("/api/agreement/acceptances", """
                {"version": "0.1", "forAnotherPerson": false, "role": "Programme lead", "authority": true}"""));
        read("getAgreementText", () -> lead.get("/api/agreement/0.1"));
        var parts = Map.of(
                "Name",
                "{\"name\": \"" + council.name() + "\"}",
                "Contact",
                "{\"contactPhone\": \"01632 960111\"}",
                "Languages",
                "{\"nation\": \"england\", \"welsh\": false}",
                "Labels",
                """
                {"talkingPoint": "Community corner", "talkingPoints": "Community corners", "hub": "Place",
                 "hubs": "Places", "conversation": "Chat", "conversations": "Chats"}""",
                "Brand",
                "{\"colour\": \"#FFB81C\"}");
        parts.forEach((part, body) -> changed(
                "update" + part,
                "council edited",
                () -> lead.put("/api/settings/" + part.toLowerCase(Locale.ROOT), body, tag(lead))));
        changed(
                "updateSettings",
                "council edited",
                () -> operator()
                        .put(
                                path + "/settings",
                                "{\"name\": \"%s\", \"talkingPoint\": \"Community corner\", \"contactPhone\": \"01632 960111\"}"
                                        .formatted(council.name()),
                                tag(lead)));
    }

    private void facts() {
        var facts = "/api/local-authorities/facts";
        var file = "measure,code,value,as_of,source\npopulation,E06000034,178300,2019-06-30,Made up\n";
        read("getAuthorityFactTemplate", () -> operator().get(facts + "/template"));
        read("previewAuthorityFactImport", () -> csv(facts + "/import/preview", file));
        read("importAuthorityFacts", () -> csv(facts + "/import", file));
        read("listAuthorityFacts", () -> operator().get(facts));
        superuser().sql("delete from shared.authority_fact").update();
    }

    private Http.Answer csv(String path, String file) {
        return operator()
                .send(operator()
                        .request(path)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(file)));
    }

    private void signInProvider(Http lead, String path) {
        var provider = "/api/settings/sign-in-provider";
        var connection = """
                {"issuer": "%s", "clientId": "made-up", "clientSecret": "made-up", "groupsClaim": "groups",
                 "roles": [{"group": "Leads", "role": "lead"}], "enabled": false}""".formatted(REALM.issuer());
        read("getEmailDomains", () -> operator().get(path + "/email-domains"));
        changed(
                "updateEmailDomains",
                "sign-in-provider domains-confirmed",
                () -> operator()
                        .put(
                                path + "/email-domains",
                                "{\"domains\": [\"%s.example\"]}".formatted(council.alias()),
                                "\"0\""));
        read("getSignInProvider", () -> lead.get(provider));
        changed("testSignInProvider", "sign-in-provider tested", () -> lead.post(provider + "/test", connection));
        changed("updateSignInProvider", "sign-in-provider edited", () -> lead.put(provider, connection, "\"1\""));
        read("getCouncilSignIn", () -> lead.get("/api/sign-in"));
    }

    private void blueprint(Http lead) {
        read("getBlueprint", () -> lead.get("/api/blueprint"));
        changed(
                "adoptBlueprint",
                "blueprint adopted",
                () -> lead.post("/api/blueprint/adopt", "{\"version\": \"1.0\", \"parts\": [\"kinds\"]}"));
        changed("decideOnBlueprint", "blueprint decided", () -> lead.post("/api/blueprint/decisions", """
                {"version": "9.0",
                 "decisions": [{"element": "kind.conversation", "decision": "take", "note": "45 minutes were too short"}]}"""));
    }

    private void goLive(Http lead, String path) {
        read("getSetUp", () -> lead.get("/api/set-up"));
        read("getSetUpOfCouncil", () -> operator().get(path + "/set-up"));
        read("getAcceptedAgreement", () -> operator().get(path + "/agreement/0.1"));
        read("getAssessmentOfCouncil", () -> operator().get(path + "/assessment"));
        PEER.hold("/internal/councils/" + id + "/set-up-readiness", "{\"hubs\": 2, \"sessions\": true}");
        changed("askToGoLive", "council go-live-asked", () -> step(lead, lead, "/api/set-up/go-live"));
        changed(
                "askBeforeGoLive",
                "council go-live-question",
                () -> step(operator(), lead, path + "/go-live/question"));
        step(lead, lead, "/api/set-up/go-live");
        changed("approveGoLive", "council go-live-approved", () -> step(operator(), lead, path + "/go-live/approval"));
    }

    private void suspension(String path) {
        read("getSuspension", () -> operator().get(path + "/suspension"));
        changed(
                "suspendCouncil",
                "council suspended",
                () -> change(path + "/suspension", path, "{\"reason\": \"incident\"}"));
        changed("resumeCouncil", "council resumed", () -> change(path + "/resumption", path, ""));
    }

    private Http.Answer change(String change, String path, String body) {
        return operator()
                .send(operator()
                        .request(change)
                        .header("Content-Type", "application/json")
                        .header("If-Match", operator().get(path).header("ETag"))
                        .POST(BodyPublishers.ofString(body)));
    }

    private Http.Answer step(Http caller, Http lead, String path) {
        return caller.send(caller.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", tag(lead))
                .POST(BodyPublishers.ofString("{\"words\": \"We are ready.\"}")));
    }

    private static String tag(Http lead) {
        return lead.get("/api/settings").header("ETag");
    }

    private static String onlyInvitation(Http lead) {
        var open = lead.get("/api/invitations").body().path("items");
        assertThat(open).hasSize(1);
        return open.path(0).path("id").asString();
    }

    private List<JsonNode> mailTo(String address, int mails) {
        eventually(Duration.ofMinutes(2), () -> mailTo(address).size() == mails);
        return mailTo(address);
    }

    private List<JsonNode> mailTo(String address) {
        return operator()
                .get("/api/councils/" + id + "/mail")
                .body()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("recipient").asString().equals(address))
                .toList();
    }

    private JsonNode read(String operation, Call call) {
        assertThat(READS).containsKey(operation);
        return leaves(operation, List.of(), call);
    }

    private JsonNode changed(String operation, String event, Call call) {
        return leaves(operation, List.of(event), call);
    }

    private JsonNode leaves(String operation, List<String> expected, Call call) {
        called.add(operation);
        int before = events().size();

        var answer = call.answer();

        assertThat(answer.status()).as("%s: %s", operation, answer.text()).isBetween(200, 299);
        var left = events();
        assertThat(left.subList(before, left.size())).as(operation).isEqualTo(expected);
        assertThat(deeds()).allSatisfy(AuditedTest::isInWords);
        return answer.body();
    }

    /**
     * Asserts that the page shows the event in words. It would show an event outside the catalogue as the raw value.
     */
    private static void isInWords(@Nullable String deed) {
        assertThat(WORDS.at("/did/" + deed).isString()).as(deed).isTrue();
    }

    /** Returns all events, as kind and action. */
    private List<@Nullable String> deeds() {
        return superuser().sql("""
                        select distinct deed ->> 'kind' || '/' || (deed ->> 'what')
                        from app.audit_event, jsonb_array_elements(subjects::jsonb) deed
                        where tenant_id::text = ?""").param(id).query(String.class).list();
    }

    private List<@Nullable String> events() {
        return superuser()
                .sql("select kind || ' ' || action from app.audit_event where tenant_id::text = ? order by at")
                .param(id)
                .query(String.class)
                .list();
    }

    private Set<String> operations() {
        var ids = new TreeSet<String>();
        for (var methods : as(null).get("/v3/api-docs").body().path("paths")) {
            methods.forEach(operation -> ids.add(operation.path("operationId").asString()));
        }
        return ids;
    }
}

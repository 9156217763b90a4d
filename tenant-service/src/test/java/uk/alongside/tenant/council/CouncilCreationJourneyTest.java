package uk.alongside.tenant.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.alongside.localstack.LocalStack;
import uk.alongside.tenant.Http.Answer;
import uk.alongside.tenant.TenantServiceTest;
import uk.alongside.tenant.council.CouncilController.NewCouncil;

class CouncilCreationJourneyTest extends TenantServiceTest {

    @AfterEach
    void mend() {
        KEYCLOAK.mend();
    }

    @Test
    void makesACouncilInKeycloakHereAndAtThePeer() {
        var council = aCouncil();

        var created = operator().post("/api/councils", council.json());

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var id = created.body().path("council").path("id").asString();
        var lead = created.body().path("firstLead");
        assertThat(created.header("Location")).isEqualTo("/api/councils/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(created.body().path("council").path("talkingPoint").asString())
                .isEqualTo("Talking point");
        assertThat(lead.path("roles").path(0).asString()).isEqualTo("lead");

        var organization = REALM.organizations(council.alias()).path(0);
        assertThat(organization.path("id").asString()).isEqualTo(id);
        assertThat(organization.path("attributes").path("display_name").path(0).asString())
                .isEqualTo(council.name());
        var user = REALM.users(council.leadEmail()).path(0);
        assertThat(user.path("requiredActions").toString()).isEqualTo("[\"UPDATE_PASSWORD\"]");
        assertThat(membersInKeycloak(id)).containsExactly(user.path("id").asString());

        assertThat(operator().get("/api/councils").text()).contains(id);
        assertThat(operator().get("/api/councils/" + id).body())
                .isEqualTo(created.body().path("council"));

        var told = "/internal/councils/" + id;
        eventually(Duration.ofMinutes(3), () -> PEER.held(told + "/settings").isObject());
        eventually(
                Duration.ofMinutes(3),
                () -> PEER.held(told + "/members/" + lead.path("id").asString()).isObject());
        assertThat(PEER.held(told + "/settings").toString()).isEqualTo("""
                {"version":1,"name":"%s","welshName":null,"alias":"%s","status":"setting-up","suspended":false,"nation":"england",\
                "languages":["en"],"labels":{"talkingPoint":"Talking point","talkingPoints":"Talking points",\
                "hub":"Hub","hubs":"Hubs","conversation":"Conversation","conversations":"Conversations"},\
                "contactPhone":"01632 960100","contactEmail":null,\
                "contactHours":null,"contactAddress":[],"relayNumber":null,"complaints":null,"privacyNotice":null,\
                "brand":{"headerColour":"#0F5257","headerTextColour":"#FFFFFF","borderColour":"#0F5257",\
                "logoBackground":"#FFFFFF"},\
                "demonstration":true}""".formatted(council.name(), council.alias()));
        assertThat(PEER.held(told + "/members/" + lead.path("id").asString()).toString())
                .isEqualTo("""
                        {"version":1,"issuer":"%s","subject":"%s","name":"Lena Marsh","roles":["lead"],\
                        "status":"active","endsAt":null,"machine":false}""".formatted(REALM.issuer(), user.path("id").asString()));
    }

    @Test
    void givesTheFirstLeadAPasswordForOneSignIn() {
        var council = aCouncil();
        var created = operator().post("/api/councils", council.json());
        var password = passwordMailedTo(council.leadEmail());
        assertThat(created.body().path("oneTimePasswordMailed").asBoolean()).isTrue();
        assertThat(created.text()).doesNotContain(password);

        assertThat(REALM.signIn(council.leadEmail(), password)).contains("not fully set up");
        assertThat(REALM.signIn(council.leadEmail(), password + "x")).contains("Invalid user credentials");
    }

    @Test
    void takesSomebodyWhoHasAPasswordAsTheyAre() {
        var council = aCouncil();
        REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "enabled": true,
                 "credentials": [{"type": "password", "value": "a password of their own"}]}""".formatted(council.leadEmail()));
        var before = account(council.leadEmail());

        var created = operator().post("/api/councils", council.json().replace("lead@", "Lead@"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("oneTimePasswordMailed").asBoolean()).isFalse();
        assertThat(created.body().path("firstLead").path("email").asString()).isEqualTo(council.leadEmail());
        assertThat(account(council.leadEmail())).isEqualTo(before);
    }

    /** Leaves out from when on sign-ins count, because those without a second factor end. */
    private static JsonNode account(String email) {
        var accounts = REALM.users(email);
        assertThat(accounts).hasSize(1);
        return ((ObjectNode) accounts.path(0)).without("notBefore");
    }

    @Test
    void refusesAnAliasOrANameThatIsTakenAndLeavesKeycloakAlone() {
        var first = aCouncil();
        var second = aCouncil();
        operator().post("/api/councils", first.json());

        var sameAlias = operator()
                .post(
                        "/api/councils",
                        first.json().replace(first.name(), second.name()).replace("lead@", "stranger@"));
        var sameName = operator()
                .post(
                        "/api/councils",
                        second.json().replace(second.name(), first.name().toUpperCase(Locale.ROOT)));

        assertThat(sameAlias.summary()).isEqualTo("409 alias-taken");
        assertThat(sameName.summary()).isEqualTo("409 name-taken");
        assertThat(REALM.users("stranger@" + first.alias() + ".example")).isEmpty();
        assertThat(REALM.organizations(second.alias())).isEmpty();
    }

    @Test
    void answersARepeatedRequestWithTheCouncilUnlessItDiffers() {
        var council = aCouncil();
        var first = operator().post("/api/councils", council.json());

        var repeated = operator().post("/api/councils", council.json());
        var otherName =
                operator().post("/api/councils", council.json().replace(council.name(), "Other " + council.alias()));
        var otherLead = operator().post("/api/councils", council.json().replace("lead@", "other@"));
        var liveAtOnce = operator().post("/api/councils", council.json().replaceFirst("\\{", "{\"live\": true, "));

        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.header("Location")).isEqualTo(first.header("Location"));
        assertThat(repeated.body().path("council")).isEqualTo(first.body().path("council"));
        assertThat(repeated.body().path("firstLead")).isEqualTo(first.body().path("firstLead"));
        assertThat(List.of(otherName, otherLead, liveAtOnce))
                .extracting(Answer::summary)
                .containsOnly("409 alias-taken");
    }

    @Test
    void makesOneCouncilOfTwoRequestsAtOnce() throws Exception {
        var council = aCouncil();
        var operator = operator();
        Callable<Answer> request = () -> operator.post("/api/councils", council.json());

        List<Answer> answers;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = both.invokeAll(List.of(request, request, request, request)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).extracting(Answer::summary).containsOnly("201");
        assertThat(answers)
                .extracting(answer -> answer.body().path("council").path("id"))
                .containsOnly(answers.getFirst().body().path("council").path("id"));
        var password = passwordMailedTo(council.leadEmail());
        assertThat(REALM.signIn(council.leadEmail(), password)).contains("not fully set up");
        assertThat(REALM.organizations(council.alias())).hasSize(1);
        assertThat(REALM.users(council.leadEmail())).hasSize(1);
    }

    @Test
    void isShownToWhoeverSignsInUnderTheNameOfTheRequestThatWon() throws Exception {
        var council = aCouncil();
        var operator = operator();
        String name;

        try (var first = LocalStack.forTests()
                        .postgres()
                        .superuser(DATABASE.name())
                        .getConnection();
                var statement = first.createStatement();
                var both = Executors.newVirtualThreadPerTaskExecutor()) {
            first.setAutoCommit(false);
            statement.execute("lock table shared.council in share mode");
            var one = both.submit(() -> operator.post("/api/councils", council.json()));
            var other = both.submit(() ->
                    operator.post("/api/councils", council.json().replace(council.name(), "Other " + council.alias())));
            untilSoManyWait(2);
            first.commit(); // both requests go on at once

            var answers = List.of(one.get(), other.get());
            assertThat(answers).extracting(Answer::summary).containsExactlyInAnyOrder("201", "409 alias-taken");
            var won = answers.getFirst().status() == 201 ? answers.getFirst() : answers.getLast();
            name = won.body().path("council").path("name").asString();
        }
        // If the other request was first in Keycloak, a delivery corrects it.
        eventually(
                Duration.ofMinutes(3),
                () -> REALM.organizations(council.alias())
                        .path(0)
                        .path("attributes")
                        .path("display_name")
                        .path(0)
                        .asString()
                        .equals(name));
    }

    /** Cuts the line to Keycloak one request later each time, until the whole journey gets through. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isCompletedByTheSameRequestWhereverItBrokeOff(boolean onlyTheAnswerIsLost) {
        int steps = 0;
        for (int status = 503; status == 503; steps++) {
            var council = aCouncil();
            var operator = operator();
            if (onlyTheAnswerIsLost) {
                KEYCLOAK.cutAnswerAfter(steps);
            } else {
                KEYCLOAK.cutAfter(steps);
            }

            var broken = operator.post("/api/councils", council.json());

            status = broken.status();
            KEYCLOAK.mend();
            if (status == 503) {
                assertThat(broken.summary()).isEqualTo("503 identity-unavailable");
                assertThat(broken.header("Retry-After")).isNotEmpty();
                assertNothingIsVisibleOf(council);
                assertIsCompleted(council);
            }
        }
        assertThat(steps).as("requests to Keycloak, and one more").isGreaterThan(8);
    }

    @Test
    void adoptsTheOrganizationOfARequestThatNeverCameBack() {
        var council = aCouncil();
        REALM.admin().post("/organizations", """
                {"name": "%1$s", "alias": "%1$s", "attributes": {"display_name": ["Mistyped"], "kept": ["yes"]}}""".formatted(council.alias()));

        var created = operator().post("/api/councils", council.json());

        eventually(
                Duration.ofMinutes(3),
                () -> REALM.organizations(council.alias()).toString().contains(council.name()));
        var organization = REALM.organizations(council.alias()).path(0);
        assertThat(created.body().path("council").path("id")).isEqualTo(organization.path("id"));
        assertThat(organization.path("attributes").path("display_name").path(0).asString())
                .isEqualTo(council.name());
        assertThat(organization.path("attributes").path("kept").path(0).asString())
                .isEqualTo("yes");
    }

    @Test
    void renamesACouncilHereInKeycloakAndAtThePeer() {
        var council = aCouncil();
        var id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        var renamed = """
                {"name": "New %s", "talkingPoint": "Community corner"}""".formatted(council.name());

        var changed = operator().put("/api/councils/" + id + "/settings", renamed, "\"1\"");
        var tooLate = operator().put("/api/councils/" + id + "/settings", renamed, "\"1\"");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.body().has("contactPhone")).isFalse();
        assertThat(tooLate.summary()).isEqualTo("412 stale-version");
        assertThat(tooLate.body().path("current")).isEqualTo(changed.body());
        assertThat(operator().get("/api/councils").text()).contains("New " + council.name());
        eventually(
                Duration.ofMinutes(3),
                () -> PEER.held("/internal/councils/" + id + "/settings")
                                .path("version")
                                .asInt()
                        == 2);
        eventually(
                Duration.ofMinutes(3),
                () -> REALM.organizations(council.alias()).toString().contains("New " + council.name()));
    }

    @Test
    void takesACouncilOfTheRegisterOnce() {
        var first = ofTheRegister(aCouncil(), "E06000065");
        var second = ofTheRegister(aCouncil(), "E06000065");

        var created = operator().post("/api/councils", first);
        var again = operator().post("/api/councils", second);

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.body().path("council").path("authority").asString()).isEqualTo("E06000065");
        assertThat(again.summary()).isEqualTo("409 authority-taken");
        assertThat(operator().get("/api/councils").text()).containsOnlyOnce("E06000065");
    }

    @Test
    void refusesACouncilThatHasEndedAndNamesThoseThatFollowedIt() {
        var cumbria = operator().post("/api/councils", ofTheRegister(aCouncil(), "E10000006"));

        assertThat(cumbria.summary()).isEqualTo("409 authority-ended");
        assertThat(cumbria.body()
                        .path("successors")
                        .valueStream()
                        .map(successor -> successor.path("name").asString()))
                .containsExactly("Cumberland", "Westmorland and Furness");
    }

    @Test
    void knowsACouncilByTheCodeThatItHadBefore() {
        var created = operator().post("/api/councils", ofTheRegister(aCouncil(), "E08000016"));

        assertThat(created.body().path("council").path("authority").asString())
                .as("Barnsley, since its boundary changed")
                .isEqualTo("E08000038");
    }

    @Test
    void wantsToKnowWhichCouncilItIsUnlessItIsMadeUp() {
        var which = operator().post("/api/councils", ofTheRegister(aCouncil(), "E09999999"));
        var none = operator()
                .post(
                        "/api/councils",
                        aCouncil().json().replace("\"demonstration\": true", "\"demonstration\": false"));
        var both = operator()
                .post("/api/councils", aCouncil().json().replaceFirst("\\{", "{\"authority\": \"E06000064\", "));

        assertThat(which.body().path("errors").toString())
                .isEqualTo("[{\"pointer\":\"#/authority\",\"code\":\"NoSuchAuthority\"}]");
        assertThat(none.body().path("errors").toString()).contains("#/authority", "NotNull");
        assertThat(both.body().path("errors").toString()).contains("#/authority", "AuthorityOfADemonstration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "accessibility", "cookies", "staff-privacy"})
    void refusesAShortNameThatTheProductNeeds(String alias) {
        var council = aCouncil();

        var reserved = operator()
                .post(
                        "/api/councils",
                        council.json().replace("\"alias\": \"" + council.alias(), "\"alias\": \"" + alias));

        assertThat(reserved.summary()).isEqualTo("409 alias-reserved");
    }

    private static String ofTheRegister(NewCouncil council, String code) {
        return council.json().replace("\"demonstration\": true", "\"authority\": \"" + code + "\"");
    }

    @Test
    void refusesTheNameOfAnotherCouncil() {
        var first = aCouncil();
        var second = aCouncil();
        operator().post("/api/councils", first.json());
        var id = operator()
                .post("/api/councils", second.json())
                .body()
                .path("council")
                .path("id")
                .asString();

        var renamed = operator()
                .put(
                        "/api/councils/" + id + "/settings",
                        "{\"name\": \"%s\", \"talkingPoint\": \"Talking point\"}".formatted(first.name()),
                        "\"1\"");

        assertThat(renamed.summary()).isEqualTo("409 name-taken");
        assertThat(operator().get("/api/councils/" + id).body().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void answersForACouncilThatIsNotThereWithTheBytesOfAnIdThatIsNone() {
        var absent = operator().get("/api/councils/" + UUID.randomUUID());

        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.text()).isEqualTo(operator().get("/api/councils/none").text());
        assertThat(operator()
                        .get("/api/councils/" + UUID.randomUUID() + "/members")
                        .text())
                .isEqualTo(absent.text());
    }

    private void assertNothingIsVisibleOf(NewCouncil council) {
        assertThat(operator().get("/api/councils").text()).doesNotContain(council.alias());
        assertThat(superuser()
                        .sql("""
                                select (select count(*) from shared.council where alias = :alias)
                                     + (select count(*) from app.council_settings where alias = :alias)
                                     + (select count(*) from app.member where email = :email)""")
                        .param("alias", council.alias())
                        .param("email", council.leadEmail())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void assertIsCompleted(NewCouncil council) {
        var created = operator().post("/api/councils", council.json());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var id = created.body().path("council").path("id").asString();
        var organizations = REALM.organizations(council.alias());
        var users = REALM.users(council.leadEmail());
        assertThat(organizations).hasSize(1);
        assertThat(organizations.path(0).path("id").asString()).isEqualTo(id);
        assertThat(users).hasSize(1);
        assertThat(membersInKeycloak(id))
                .containsExactly(users.path(0).path("id").asString());
        assertThat(REALM.signIn(council.leadEmail(), passwordMailedTo(council.leadEmail())))
                .contains("not fully set up");
    }

    private static List<String> membersInKeycloak(String organization) {
        return REALM.admin()
                .get("/organizations/" + organization + "/members")
                .body()
                .valueStream()
                .map(member -> member.path("id").asString())
                .toList();
    }
}

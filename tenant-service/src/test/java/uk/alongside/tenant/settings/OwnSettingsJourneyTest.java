package uk.alongside.tenant.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

class OwnSettingsJourneyTest extends TenantServiceTest {

    private static final String LABELS = """
            {"talkingPoint": "Community corner", "talkingPoints": "Community corners", "hub": "Place",
             "hubs": "Places", "conversation": "Chat", "conversations": "Chats"}""";

    private static final String DATA_PROTECTION = """
            {"registration": "za000000", "dataProtectionEmail": "dpo@larkshire.example",
             "privacyNotice": "https://www.larkshire.example/privacy"}""";

    private static final String PDF = "%PDF-1.7\nmade up\n%%EOF\n";

    private NewCouncil council;
    private String id;
    private Http lead;

    @BeforeEach
    void found() {
        council = aCouncil();
        id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        lead = lead(council);
    }

    @Test
    void areOfTheCallersCouncilAndBeginInSetUp() {
        var settings = lead.get("/api/settings");

        assertThat(settings.status()).as(settings.text()).isEqualTo(200);
        assertThat(settings.header("ETag")).isEqualTo("\"1\"");
        assertThat(settings.body().path("name").asString()).isEqualTo(council.name());
        assertThat(settings.body().path("status").asString()).isEqualTo("setting-up");
        assertThat(settings.body().path("labels").path("hubs").asString()).isEqualTo("Hubs");
        assertThat(settings.body().path("contact").path("contactPhone").asString())
                .isEqualTo("01632 960100");
    }

    @Test
    void areSetPartByPartAndReachThePeer() {
        var answers = new Http.Answer[] {
            lead.put(
                    "/api/settings/name",
                    "{\"name\": \"New %s\", \"welshName\": \"Cyngor Ŵyn\"}".formatted(council.name()),
                    "\"1\""),
            lead.put("/api/settings/contact", """
                    {"contactPhone": "01632 960111", "contactHours": "Monday to Friday, 9am to 5pm",
                     "contactAddress": ["1 Market Street", "Larkton"], "relayNumber": "18001 01632 960111",
                     "complaints": "Write to us."}""", "\"2\""),
            lead.put("/api/settings/languages", "{\"nation\": \"wales\", \"welsh\": true}", "\"3\""),
            lead.put("/api/settings/labels", LABELS, "\"4\"")
        };

        assertThat(answers).extracting(Http.Answer::summary).containsExactly("200", "200", "200", "200");
        assertThat(answers[3].header("ETag")).isEqualTo("\"5\"");
        assertThat(lead.get("/api/settings").body()).isEqualTo(answers[3].body());
        eventually(
                Duration.ofMinutes(3),
                () -> PEER.held("/internal/councils/" + id + "/settings")
                                .path("version")
                                .asInt()
                        == 5);
        assertThat(PEER.held("/internal/councils/" + id + "/settings").toString())
                .contains("\"welshName\":\"Cyngor Ŵyn\"", "\"nation\":\"wales\"", "\"languages\":[\"en\",\"cy\"]")
                .contains(
                        "\"contactAddress\":[\"1 Market Street\",\"Larkton\"]",
                        "\"relayNumber\":\"18001 01632 960111\"")
                .contains("\"talkingPoint\":\"Community corner\"", "\"conversations\":\"Chats\"");
        assertThat(operator().get("/api/councils").text()).contains("New " + council.name());
    }

    @Test
    void areNotChangedOverSomebodyElsesChange() {
        lead.put("/api/settings/labels", LABELS, "\"1\"");

        var second = lead.put("/api/settings/labels", LABELS.replace("Chat", "Talk"), "\"1\"");
        var blind = lead.put("/api/settings/labels", LABELS, null);

        assertThat(second.summary()).isEqualTo("412 stale-version");
        assertThat(second.body().path("current"))
                .isEqualTo(lead.get("/api/settings").body());
        assertThat(blind.summary()).isEqualTo("428 if-match-required");
    }

    @Test
    void areTidiedBeforeTheyAreStored() {
        var changed = lead.put("/api/settings/contact", """
                {"contactEmail": "help@larkshire.example\\u200b", "contactPhone": "\\u202a01632\\u2011960111\\u202c"}""", "\"1\"");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.body().path("contact").path("contactEmail").asString())
                .isEqualTo("help@larkshire.example");
        assertThat(changed.body().path("contact").path("contactPhone").asString())
                .isEqualTo("01632-960111");
    }

    @Test
    void refuseWhatIsNotRight() {
        assertThat(lead.put("/api/settings/languages", "{\"nation\": \"atlantis\", \"welsh\": true}", "\"1\"")
                        .summary())
                .isEqualTo("400 invalid");
        assertThat(lead.put("/api/settings/labels", LABELS.replace("Place\"", "\""), "\"1\"")
                        .summary())
                .isEqualTo("400 invalid");
        assertThat(lead.put("/api/settings/contact", "{\"contactAddress\": [\" \"]}", "\"1\"")
                        .summary())
                .isEqualTo("400 invalid");
    }

    @Test
    void areForNobodyElse() {
        assertThat(operator().get("/api/settings").summary()).isEqualTo("403 not-allowed");
        assertThat(as(null).get("/api/settings").summary()).isEqualTo("401 signed-out");
    }

    @Test
    void keepWhatOnlyALeadSaysWhenAnOperatorChangesTheRest() {
        lead.put("/api/settings/labels", LABELS, "\"1\"");

        operator()
                .put(
                        "/api/councils/" + id + "/settings",
                        "{\"name\": \"%s\", \"talkingPoint\": \"Community corner\"}".formatted(council.name()),
                        "\"2\"");

        var labels = lead.get("/api/settings").body().path("labels");
        assertThat(labels.path("talkingPoints").asString()).isEqualTo("Community corners");
        assertThat(labels.path("hub").asString()).isEqualTo("Place");
    }

    @Test
    void areLiveAtOnceWhereTheOperatorSaysSo() {
        var live = aCouncil();

        var created = operator().post("/api/councils", live.json().replaceFirst("\\{", "{\"live\": true, "));

        assertThat(created.body().path("council").path("status").asString()).isEqualTo("live");
    }

    @Test
    void haveAColourThatEverybodyCanRead() {
        var tried = lead.post("/api/settings/brand/preview", "{\"colour\": \"#FFB81C\"}");
        var chosen = lead.put("/api/settings/brand", "{\"colour\": \"#ffb81c\"}", "\"1\"");
        var back = lead.put("/api/settings/brand", "{}", "\"2\"");

        assertThat(tried.text()).isEqualTo("""
                {"headerColour":"#FFB81C","headerTextColour":"#1B2A2F","textContrast":8.54,"borderColour":"#A96600","borderContrast":4.57,\
                "borderIsDarker":true,"nearlyWhite":false}""");
        assertThat(chosen.body().path("brand").toString()).isEqualTo("""
                {"colour":"#FFB81C","headerColour":"#FFB81C","headerTextColour":"#1B2A2F","borderColour":"#A96600","logoBackground":"#FFFFFF"}""");
        assertThat(back.body().path("brand").has("colour")).isFalse();
        assertThat(lead.put("/api/settings/brand", "{\"colour\": \"yellow\"}", "\"3\"")
                        .summary())
                .isEqualTo("400 invalid");
    }

    @Test
    void leadToGoingLiveOnceEverythingIsDone() {
        var tooEarly = lead.post("/api/set-up/go-live", "{}");
        assertThat(tooEarly.summary()).isEqualTo("428 if-match-required");
        assertThat(askedBy("1").summary())
                .as("while the other service says nothing")
                .isEqualTo("503 unavailable");
        assertThat(askedBy("1").header("Retry-After")).isEqualTo("5");
        places(0, false);
        assertThat(askedBy("1").summary()).isEqualTo("409 set-up-unfinished");
        assertThat(askedBy("1").body().path("tasks").toString())
                .isEqualTo(
                        "[\"agreement\",\"data-protection\",\"assessment\",\"name\",\"contact\",\"languages\",\"blueprint\","
                                + "\"hub\",\"sessions\",\"team\"]");
        assertThat(lead.get("/api/set-up").text())
                .as("what only the other service knows")
                .doesNotContain("\"hub\"", "\"sessions\"");

        lead.put("/api/settings/name", "{\"name\": \"%s\"}".formatted(council.name()), "\"1\"");
        lead.put("/api/settings/contact", "{\"contactPhone\": \"01632 960111\"}", "\"2\"");
        lead.put("/api/settings/languages", "{\"nation\": \"england\", \"welsh\": false}", "\"3\"");
        assertThat(askedBy("4").body().path("tasks").toString())
                .as("a program is no lead")
                .isEqualTo(
                        "[\"agreement\",\"data-protection\",\"assessment\",\"blueprint\",\"hub\",\"sessions\",\"team\"]");
        lead.post("/api/agreement/acceptances", """
                {"version": "0.1", "forAnotherPerson": false, "role": "Programme lead", "authority": true}""");
        lead.put("/api/settings/data-protection", DATA_PROTECTION, "\"4\"");
        assertThat(askedBy("5").body().path("tasks").toString())
                .as("the assessment can wait, but not until the council is live")
                .startsWith("[\"assessment\",");
        handIn(PDF, "5");
        lead.post("/api/blueprint/adopt", "{\"version\": \"1.0\", \"parts\": [\"kinds\"]}");
        places(2, false);
        assertThat(askedBy("6").body().path("tasks").toString()).isEqualTo("[\"sessions\",\"team\"]");
        places(2, true);
        person(id, "Second Lead", "second@" + council.alias() + ".example", "lead");
        var asked = askedBy("6");

        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.body().path("status").asString()).isEqualTo("asked-to-go-live");
        assertThat(askedBy("7").summary()).isEqualTo("409 already-asked");
        assertThat(operator().get("/api/councils").text()).contains("asked-to-go-live");
        assertThat(evidence().path("hubs").asInt()).isEqualTo(2);
        assertThat(answered("question", "{\"words\": \"Who answers the phone?\"}", "7")
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("setting-up");
        assertThat(answered("approval", "", "8").summary()).isEqualTo("409 not-asked");
        assertThat(askedBy("8").status()).isEqualTo(200);
        assertThat(answered("approval", "", "8").summary()).isEqualTo("412 stale-version");
        places(2, false);
        assertThat(answered("approval", "", "9").summary())
                .as("the only session was cancelled since")
                .isEqualTo("409 set-up-unfinished");
        places(2, true);
        var live = answered("approval", "", "9");
        assertThat(live.body().path("status").asString()).isEqualTo("live");
        assertThat(live.body()
                        .path("steps")
                        .valueStream()
                        .map(step -> step.path("kind").asString()))
                .containsExactly("asked", "question", "asked", "approved");
        assertThat(askedBy("10").summary()).isEqualTo("409 already-live");
        eventually(
                Duration.ofMinutes(3),
                () -> PEER.held("/internal/councils/" + id + "/settings")
                        .path("status")
                        .asString("")
                        .equals("live"));
    }

    @Test
    void showTheOperatorWhatWasAcceptedAndHandedInBeforeAnApproval() {
        var at = "/api/councils/" + id;
        assertThat(operator().get(at + "/assessment").summary()).isEqualTo("404 not-found");
        assertThat(operator().get(at + "/agreement/0.1").summary())
                .as("in force, but not accepted")
                .isEqualTo("404 not-found");
        assertThat(evidence().toString()).isEqualTo("{}");

        lead.post("/api/agreement/acceptances", """
                {"version": "0.1", "forAnotherPerson": true, "name": "Dora Vane", "email": "dora@larkshire.example",
                 "role": "Director of adult social care", "authority": true}""");
        handIn(PDF, "1");

        assertThat(evidence().path("agreement").toString())
                .contains(
                        "\"version\":\"0.1\"", "\"name\":\"Dora Vane\"", "\"role\":\"Director of adult social care\"");
        assertThat(evidence().has("hubs")).as("before the council asks").isFalse();
        assertThat(operator().get(at + "/agreement/0.1").text()).contains("Accepted on", "Dora Vane");
        assertThat(operator().get(at + "/agreement/0.1").header("Content-Disposition"))
                .startsWith("attachment");
        assertThat(operator().get(at + "/assessment").text()).isEqualTo(PDF);
        assertThat(operator().get(at + "/assessment").header("Content-Disposition"))
                .startsWith("attachment");
        assertThat(lead.get("/api/set-up").body().has("evidence")).isFalse();
        var nowhere = "/api/councils/" + UUID.randomUUID();
        for (var address : List.of("/assessment", "/agreement/0.1")) {
            assertThat(lead.get(at + address).summary()).isEqualTo("403 not-allowed");
            assertThat(operator().get(nowhere + address).summary()).isEqualTo("404 not-found");
        }
    }

    @Test
    void sayHowTheCouncilAnswersForItsData() {
        var said = lead.put("/api/settings/data-protection", DATA_PROTECTION, "\"1\"");

        assertThat(said.body().path("dataProtection").toString()).isEqualTo("""
                {"registration":"ZA000000","dataProtectionEmail":"dpo@larkshire.example",\
                "privacyNotice":"https://www.larkshire.example/privacy"}""");
        eventually(
                Duration.ofMinutes(3),
                () -> PEER.held("/internal/councils/" + id + "/settings")
                        .path("privacyNotice")
                        .asString("")
                        .equals("https://www.larkshire.example/privacy"));
        assertThat(PEER.held("/internal/councils/" + id + "/settings").toString())
                .as("what the other service has no use for")
                .doesNotContain("ZA000000", "dpo@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            za000000                               | 12345
            za000000                               | ZA00000
            za000000                               | XA000000
            za000000                               | ``
            dpo@larkshire.example                  | dpo
            dpo@larkshire.example                  | ``
            https://www.larkshire.example/privacy  | larkshire.example/privacy
            https://www.larkshire.example/privacy  | http://larkshire.example/privacy
            https://www.larkshire.example/privacy  | javascript:alert(1)
            https://www.larkshire.example/privacy  | https://larkshire.example@elsewhere
            https://www.larkshire.example/privacy  | https://larkshire.example/a notice
            https://www.larkshire.example/privacy  | ``
            """)
    void refuseWhatIsNoAnswerForData(String right, String wrong) {
        assertThat(lead.put("/api/settings/data-protection", DATA_PROTECTION.replace(right, wrong), "\"1\"")
                        .summary())
                .isEqualTo("400 invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z123456X", "Z1234567", "ZA123456", "zc123456"})
    void takeEveryFormOfANumberInTheRegister(String registration) {
        assertThat(lead.put("/api/settings/data-protection", DATA_PROTECTION.replace("za000000", registration), "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepTheAssessmentAsItCameAndHandItBackToBeSaved() {
        assertThat(lead.get("/api/settings/assessment").summary()).isEqualTo("404 not-found");

        var handedIn = handIn(PDF, "1");
        var another = handIn(PDF.replace("made up", "another"), "2");

        assertThat(handedIn.status()).as(handedIn.text()).isEqualTo(200);
        assertThat(handedIn.body().path("assessment").path("bytes").asInt()).isEqualTo(PDF.length());
        assertThat(another.header("ETag")).isEqualTo("\"3\"");
        var held = lead.get("/api/settings/assessment");
        assertThat(held.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(held.header("Content-Disposition")).startsWith("attachment");
        assertThat(held.text()).isEqualTo(PDF.replace("made up", "another"));
        assertThat(handIn(PDF, "1").summary()).isEqualTo("412 stale-version");
    }

    @Test
    void takeNothingForAnAssessmentButAWholePdfOfFiveMegabytes() {
        assertThat(handIn("GIF89a", "1").summary()).isEqualTo("400 assessment-not-a-pdf");
        assertThat(handIn(PDF.replace("%%EOF", ""), "1").summary())
                .as("cut off on its way")
                .isEqualTo("400 assessment-not-a-pdf");
        assertThat(handIn(" " + PDF, "1").summary()).isEqualTo("400 assessment-not-a-pdf");
        var most = PDF.replace("made up", "x".repeat(5 * 1024 * 1024 - PDF.length() + "made up".length()));
        assertThat(handIn(most + "x", "1").summary()).isEqualTo("400 assessment-too-large");
        assertThat(handIn(most, "1").status()).isEqualTo(200);
    }

    private Http.Answer handIn(String file, String version) {
        return lead.send(lead.request("/api/settings/assessment")
                .header("Content-Type", "application/octet-stream")
                .header("If-Match", "\"" + version + "\"")
                .PUT(BodyPublishers.ofString(file)));
    }

    private JsonNode evidence() {
        return operator().get("/api/councils/" + id + "/set-up").body().path("evidence");
    }

    private void places(int hubs, boolean sessions) {
        PEER.hold(
                "/internal/councils/" + id + "/set-up-readiness",
                "{\"hubs\": %s, \"sessions\": %s}".formatted(hubs, sessions));
    }

    private Http.Answer askedBy(String version) {
        return lead.send(lead.request("/api/set-up/go-live")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .POST(BodyPublishers.ofString("{\"words\": \"We are ready.\"}")));
    }

    private Http.Answer answered(String how, String body, String version) {
        return operator()
                .send(operator()
                        .request("/api/councils/" + id + "/go-live/" + how)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version + "\"")
                        .POST(BodyPublishers.ofString(body)));
    }
}

package uk.alongside.conversations.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class PersonJourneyTest {

    private static final String GWEN = """
            {"firstName": "Gwenllïan", "lastName": "Prŷs-Jones", "phone": "+44 7700 900456",
             "dateOfBirth": "1948-03-09", "needs": ["bsl", "step-free"], "needsNote": "Back door\\nplease 😀"}""";

    @LocalServerPort
    private int port;

    private Api staff;

    @BeforeEach
    void aCouncil() {
        staff = TestCouncil.create(port).hubStaff();
    }

    @Test
    void isWrittenDownAsTyped() {
        var created = staff.post("/api/people", GWEN);
        var read = staff.get("/api/people/" + created.json().path("id").asString());

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"0\"");
        assertThat(created.json().path("reference").asString()).matches("[2-9A-HJKMNP-TV-Z]{8}");
        assertThat(read.json().path("name").asString()).isEqualTo("Gwenllïan Prŷs-Jones");
        assertThat(read.json().path("phone").asString()).isEqualTo("+44 7700 900456");
        assertThat(read.json().path("needsNote").asString()).isEqualTo("Back door\nplease 😀");
        assertThat(read.json().has("bookings")).isFalse();
        assertThat(read.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void isFoundByWhatStaffType() {
        staff.post("/api/people", GWEN);
        staff.post("/api/people", GWEN.replace("Gwenllïan", "Margaret").replace("Prŷs-Jones", "Ellison"));
        staff.post("/api/people", GWEN.replace("Gwenllïan", "Tom").replace("Prŷs-Jones", "O’Brien"));

        assertThat(found("gw")).containsExactly("Gwenllïan Prŷs-Jones");
        assertThat(found("jones gwen")).containsExactly("Gwenllïan Prŷs-Jones");
        assertThat(found("PRYS")).containsExactly("Gwenllïan Prŷs-Jones");
        assertThat(found("elisson")).containsExactly("Margaret Ellison");
        assertThat(found("margret elison")).containsExactly("Margaret Ellison");
        assertThat(found("o'brien")).containsExactly("Tom O’Brien");
        assertThat(found("07700900456")).hasSize(3);
        assertThat(found("900 456")).hasSize(3);
        assertThat(found("Zebedee")).isEmpty();
        assertThat(found("%%")).isEmpty();
    }

    @Test
    void isFoundByTheDateOfBirthAndTheNhsNumber() {
        staff.post("/api/people", withNhsNumber("943-476 5919"));
        staff.post("/api/people", GWEN.replace("Gwenllïan", "Margaret").replace("1948-03-09", "1951-12-01"));

        assertThat(found("9/3/1948")).containsExactly("Gwenllïan Prŷs-Jones");
        assertThat(found("9 Mawrth 1948")).containsExactly("Gwenllïan Prŷs-Jones");
        assertThat(found("jones 1 Dec 1951")).containsExactly("Margaret Prŷs-Jones");
        assertThat(found("3/9/1948")).isEmpty();
        assertThat(found("943 476 5919")).containsExactly("Gwenllïan Prŷs-Jones");
        assertThat(found("943476591")).isEmpty();
    }

    @Test
    void hasAnNhsNumberOfTheirOwn() {
        var gwen = staff.post("/api/people", withNhsNumber("943-476 5919"));
        var other = staff.post("/api/people", withNhsNumber("9434765919"));
        var mistyped = staff.post("/api/people", withNhsNumber("9434765918"));
        var tom = staff.post("/api/people", GWEN.replace("Gwenllïan", "Tom"));
        var path = tom.header("Location");
        var changed = staff.put(path, withNhsNumber("943 476 5919"), "If-Match", "\"0\"");
        var elsewhere = TestCouncil.create(port).hubStaff().post("/api/people", withNhsNumber("9434765919"));

        assertThat(gwen.json().path("nhsNumber").asString()).isEqualTo("9434765919");
        assertThat(errors(other)).containsExactly("#/nhsNumber NhsNumberTaken");
        assertThat(errors(mistyped)).containsExactly("#/nhsNumber NhsNumberMistyped");
        assertThat(errors(changed)).containsExactly("#/nhsNumber NhsNumberTaken");
        assertThat(staff.get(path).json().path("firstName").asString()).isEqualTo("Tom");
        assertThat(staff.get(path).json().path("nhsNumber").isNull()).isTrue();
        assertThat(elsewhere.status()).isEqualTo(201);
        assertThat(staff.put(gwen.header("Location"), withNhsNumber("9434765919"), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void getsAnNhsNumberOnceIfTwoRequestsComeAtOnce() {
        var requests = Stream.generate(() -> withNhsNumber("9434765919"))
                .limit(4)
                .map(body -> CompletableFuture.supplyAsync(
                        () -> staff.post("/api/people", body).status()))
                .toList();

        assertThat(requests.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 400, 400, 400);
    }

    @Test
    void isShownWithLittleInAList() {
        staff.post("/api/people", withNhsNumber("9434765919"));

        var person = staff.post("/api/people/search", "{\"text\": \"gwen\"}")
                .json()
                .path("items")
                .path(0);

        assertThat(person.path("bornYear").asInt()).isEqualTo(1948);
        assertThat(person.path("phoneEnding").asString()).isEqualTo("456");
        assertThat(person.has("phone")).isFalse();
        assertThat(person.has("nhsNumber")).isFalse();
    }

    @Test
    void isFoundOnPagesOfTenTheNearestNameFirst() {
        for (int i = 0; i < 12; i++) {
            staff.post("/api/people", GWEN.replace("Prŷs-Jones", "Ellisen" + (char) ('a' + i)));
        }
        staff.post("/api/people", GWEN.replace("Prŷs-Jones", "Ellison"));

        var first = search("ellison", "");
        var second = search("ellison", "?after=" + first.path("next").asString());

        assertThat(names(first)).hasSize(10).first().isEqualTo("Gwenllïan Ellison");
        assertThat(names(second)).hasSize(3).doesNotContainAnyElementsOf(names(first));
        assertThat(second.has("next")).isFalse();
        assertThat(found("ellisen")).hasSize(10);
    }

    @Test
    void isCorrectedOnlyByWhoReadTheLatest() {
        var created = staff.post("/api/people", GWEN);
        var path = "/api/people/" + created.json().path("id").asString();
        var corrected = GWEN.replace("Prŷs-Jones", "Ellison");

        var without = staff.put(path, corrected);
        var first = staff.put(path, corrected, "If-Match", "\"0\"");
        var stale = staff.put(path, GWEN, "If-Match", "\"0\"");
        var odd = staff.put(path, GWEN, "If-Match", "nonsense");

        assertThat(without.status()).isEqualTo(428);
        assertThat(without.problem()).isEqualTo("if-match-required");
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(stale.json().path("current").path("lastName").asString()).isEqualTo("Ellison");
        assertThat(stale.json().path("current").path("version").asInt()).isEqualTo(1);
        assertThat(odd.status()).isEqualTo(412);
        assertThat(found("ellison")).hasSize(1);
        assertThat(found("prys")).isEmpty();
    }

    @Test
    void isCreatedOnceByOneKey() {
        var key = UUID.randomUUID().toString();

        var first = create(GWEN, key);
        var again = create(GWEN, key);
        var other = create(GWEN.replace("1948", "1949"), key);
        var elsewhere = staff.send("POST", "/api/people", GWEN);
        var tooLong = create(GWEN, "k".repeat(101));

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.problem()).isEqualTo("idempotency-key-missing");
        assertThat(tooLong.problem()).isEqualTo("idempotency-key-missing");
        assertThat(found("gwenllian")).hasSize(1);
    }

    @Test
    void isRefusedWithEveryReason() {
        var refused = staff.post("/api/people", """
                {"firstName": " ", "lastName": "%s", "phone": "12", "email": "no", "needs": []}""".formatted("x".repeat(101)));
        var noContact = staff.post("/api/people", """
                {"firstName": "Tom", "lastName": "Akande", "needs": []}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(errors(refused)).contains("#/firstName NotBlank", "#/lastName Size", "#/email Email");
        assertThat(noContact.status()).isEqualTo(400);
        assertThat(errors(noContact)).containsExactly("#/phone ContactNeeded");
    }

    @Test
    void isNeverAReasonToFail() {
        var odd = List.of(
                "{\"firstName\": \"A\\u0000\", \"lastName\": \"B\", \"noContact\": true, \"needs\": []}",
                "{\"firstName\": \"\\ud800\", \"lastName\": \"B\", \"noContact\": true, \"needs\": []}",
                "{\"firstName\": \"A\", \"lastName\": \"B\", \"noContact\": true, \"needs\": [\"wings\"]}",
                "{\"firstName\": \"A\", \"lastName\": \"B\", \"noContact\": true, \"needs\": [null]}",
                "{\"firstName\": \"A\", \"lastName\": \"B\", \"noContact\": true}",
                "{\"firstName\": \"A\", \"lastName\": \"B\", \"dateOfBirth\": \"yesterday\", \"needs\": []}",
                "[]",
                "{",
                "");

        assertThat(odd)
                .allSatisfy(body -> assertThat(staff.post("/api/people", body).status())
                        .as(body)
                        .isEqualTo(400));
        assertThat(staff.post("/api/people/search", "{\"text\": \"a\\u0000b\"}").status())
                .isEqualTo(400);
        assertThat(staff.post("/api/people/search", "{\"text\": \"a\"}").status())
                .isEqualTo(400);
        assertThat(staff.post("/api/people", """
                        {"firstName": "%s", "lastName": "👵🏽", "noContact": true, "needs": []}""".formatted("ẅ".repeat(100))).status())
                .isEqualTo(201);
    }

    private static String withNhsNumber(String number) {
        return GWEN.replace("\"needs\"", "\"nhsNumber\": \"" + number + "\", \"needs\"");
    }

    private Answer create(String body, String key) {
        return staff.send("POST", "/api/people", body, "Idempotency-Key", key);
    }

    private List<String> found(String text) {
        return names(search(text, ""));
    }

    private JsonNode search(String text, String query) {
        return staff.post("/api/people/search" + query, "{\"text\": \"" + text + "\"}")
                .json();
    }

    private static List<String> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(person -> person.path("name").asString())
                .toList();
    }

    private static List<String> errors(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}

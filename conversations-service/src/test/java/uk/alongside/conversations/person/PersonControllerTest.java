package uk.alongside.conversations.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static uk.alongside.conversations.person.PersonDetailsBuilder.details;
import static uk.alongside.foundation.caller.Role.HUB_STAFF;
import static uk.alongside.foundation.caller.Role.LEAD;
import static uk.alongside.foundation.caller.Role.VIEWER;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.foundation.problem.Refused;

@WebMvcTest(PersonController.class)
@ControllerTest
class PersonControllerTest {

    private static final Person MARGARET = new Person(
            new PersonId(UUID.randomUUID()),
            new Reference("7KQ2MX4P"),
            details().born("1948-03-09").build(),
            Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneId.of("Europe/London")));
    private static final String BODY =
            "{\"firstName\": \"Margaret\", \"lastName\": \"Ellison\", \"phone\": \"07700 900123\", \"needs\": [\"bsl\"]}";

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private PersonService people;

    @Test
    void createsAPerson() {
        given(people.create(any(), eq("key"))).willReturn(MARGARET);

        assertThat(create(HUB_STAFF, BODY))
                .hasStatus(201)
                .hasHeader("ETag", "\"0\"")
                .hasHeader("Location", "/api/people/" + MARGARET.id().value());
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThat(create(HUB_STAFF, """
                        {"firstName": " ", "lastName": "a\\u0007b", "email": "x", "needs": null, "needsNote": "%s"}""".formatted("x".repeat(501))))
                .hasStatus(400)
                .bodyText()
                .contains(
                        "\"#/firstName\",\"code\":\"NotBlank\"",
                        "\"#/lastName\",\"code\":\"TypedText\"",
                        "\"#/email\",\"code\":\"Email\"",
                        "\"#/needs\",\"code\":\"NotNull\"",
                        "\"#/needsNote\",\"code\":\"Size\"");
    }

    @Test
    void answersEachRefusal() {
        assertAnswer(400, "{\"pointer\":\"#/phone\",\"code\":\"ContactNeeded\"}", new PersonRefusal.ContactNeeded());
        assertAnswer(400, "PhoneNotDialable", new PersonRefusal.PhoneNotDialable());
        assertAnswer(400, "BornInTheFuture", new PersonRefusal.BornInTheFuture());
        assertAnswer(400, "BornTooLongAgo", new PersonRefusal.BornTooLongAgo());
        assertAnswer(400, "\"#/nhsNumber\",\"code\":\"NhsNumberTaken\"", new PersonRefusal.NhsNumberTaken());
        assertAnswer(
                400,
                "\"#/phone\",\"code\":\"PhoneNotDialable\"",
                new PersonRefusal.BornInTheFuture(),
                new PersonRefusal.PhoneNotDialable());
        assertAnswer(404, "not-found", new NotFound());
        assertAnswer(412, "\"current\":{", new PersonRefusal.StaleVersion(PersonView.of(MARGARET)));
    }

    @Test
    void correctsAPersonOnlyFromAVersion() {
        given(people.update(eq(MARGARET.id()), any(), eq(7L))).willReturn(MARGARET);

        assertThat(update("\"7\"")).hasStatusOk().hasHeader("ETag", "\"0\"");
        assertThat(update("W/\"7\"")).hasStatusOk();
        assertThat(mvc.put()
                        .uri("/api/people/{id}", MARGARET.id().value())
                        .with(As.a(HUB_STAFF))
                        .contentType(APPLICATION_JSON)
                        .content(BODY))
                .hasStatus(428);
    }

    @Test
    void isOnlyForMembersWhoMeetPeople() {
        for (var role : List.of(LEAD, VIEWER)) {
            assertThat(create(role, BODY)).hasStatus(403);
            assertThat(mvc.get().uri("/api/people/{id}", MARGARET.id().value()).with(As.a(role)))
                    .hasStatus(403);
        }
    }

    private void assertAnswer(int status, String words, Refusal... reasons) {
        willThrow(Refused.together(List.of(reasons))).given(people).update(any(), any(), anyLong());

        assertThat(update("\"1\"")).hasStatus(status).bodyText().contains(words);
    }

    private MvcTestResult create(Role role, String body) {
        return mvc.post()
                .uri("/api/people")
                .with(As.a(role))
                .header("Idempotency-Key", "key")
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult update(String ifMatch) {
        return mvc.put()
                .uri("/api/people/{id}", MARGARET.id().value())
                .with(As.a(HUB_STAFF))
                .header("If-Match", ifMatch)
                .contentType(APPLICATION_JSON)
                .content(BODY)
                .exchange();
    }
}

package uk.alongside.conversations.personsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static uk.alongside.foundation.caller.Role.HUB_STAFF;
import static uk.alongside.foundation.caller.Role.LEAD;
import static uk.alongside.foundation.caller.Role.PRACTITIONER;
import static uk.alongside.foundation.caller.Role.VIEWER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.person.PersonMatch;
import uk.alongside.conversations.personsearch.PersonSearchService.FoundPerson;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.page.Page;

@WebMvcTest(PersonSearchController.class)
@ControllerTest
class PersonSearchControllerTest {

    private static final PersonId MARGARET = new PersonId(UUID.randomUUID());

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private PersonSearchService people;

    @Test
    void listsThePeopleFoundAndWhereTheNextPageBegins() {
        var match = new PersonMatch(MARGARET, "7KQ2MX4P", "Margaret Ellison", 1948, "Mill Lane", "123");
        var found = new FoundPerson(match, LocalDate.parse("2026-11-24"));
        given(people.search("el", null)).willReturn(new Page<>(List.of(found), MARGARET));
        given(people.search("el", MARGARET)).willReturn(new Page<>(List.of(), null));

        assertThat(search(PRACTITIONER, "el", null)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"id": "%1$s", "reference": "7KQ2MX4P", "name": "Margaret Ellison", "bornYear": 1948,
                            "street": "Mill Lane", "phoneEnding": "123", "lastSeen": "2026-11-24"}],
                 "next": "%1$s"}""".formatted(
                        MARGARET.value()));
        assertThat(search(PRACTITIONER, "el", MARGARET))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": []}");
    }

    @Test
    void asksForTwoLetters() {
        assertThat(search(HUB_STAFF, "e", null)).hasStatus(400).bodyText().contains("#/text", "Size");
    }

    @Test
    void isOnlyForMembersWhoMeetPeople() {
        for (var role : List.of(LEAD, VIEWER)) {
            assertThat(search(role, "el", null)).hasStatus(403);
        }
    }

    private MvcTestResult search(Role role, String text, @Nullable PersonId after) {
        return mvc.post()
                .uri("/api/people/search" + (after == null ? "" : "?after=" + after.value()))
                .with(As.a(role))
                .contentType(APPLICATION_JSON)
                .content("{\"text\": \"" + text + "\"}")
                .exchange();
    }
}

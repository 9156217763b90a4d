package uk.alongside.conversations.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static uk.alongside.foundation.caller.Role.HUB_STAFF;
import static uk.alongside.foundation.caller.Role.LEAD;
import static uk.alongside.foundation.caller.Role.VIEWER;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.conversations.venue.Opening;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.foundation.problem.Refused;

@WebMvcTest(HubController.class)
@ControllerTest
class HubControllerTest {

    private static final Hub LIBRARY = new Hub(new HubDetails(
            "Market Street Library",
            List.of("1 Market Street"),
            "HX1 1UJ",
            null,
            null,
            null,
            new OpeningHours(List.of(new Opening(DayOfWeek.MONDAY, LocalTime.of(10, 0), LocalTime.MIDNIGHT))),
            List.of()));

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private HubService hubs;

    @Test
    void listsHubsPageByPage() {
        given(hubs.search("lib", PageRequest.of(1, 25)))
                .willReturn(new HubService.HubPage(
                        List.of(new HubWhole(LIBRARY, List.of(), List.of())),
                        new PageImpl<>(List.of(LIBRARY), PageRequest.of(1, 25), 51)));

        assertThat(mvc.get().uri("/api/hubs?search=lib&after=25").with(As.a(HUB_STAFF)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"total": 51, "next": 50, "items": [{"name": "Market Street Library",
                         "postcode": "HX1 1UJ", "openingHours": [{"day": "monday", "opens": "10:00", "closes": "00:00"}]}]}""");
    }

    @Test
    void refusesPagesThatCannotBe() {
        assertThat(mvc.get().uri("/api/hubs?after=-1").with(As.a(HUB_STAFF))).hasStatus(400);
        assertThat(mvc.get().uri("/api/hubs?after=x").with(As.a(HUB_STAFF))).hasStatus(400);
        assertThat(mvc.get().uri("/api/hubs?search=" + "x".repeat(101)).with(As.a(HUB_STAFF)))
                .hasStatus(400);
    }

    @Test
    void showsAHubOrNothing() {
        given(hubs.find(any())).willThrow(Refused.notFound());
        willReturn(new HubWhole(LIBRARY, List.of(), List.of())).given(hubs).find(new HubId(LIBRARY.id()));

        assertThat(mvc.get().uri("/api/hubs/{id}", LIBRARY.id()).with(As.a(LEAD)))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/hubs/{id}", UUID.randomUUID()).with(As.a(LEAD)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/api/hubs/not-an-id").with(As.a(LEAD))).hasStatus(404);
    }

    @Test
    void showsNothingToViewers() {
        assertThat(mvc.get().uri("/api/hubs").with(As.a(VIEWER))).hasStatus(403);
        assertThat(mvc.get().uri("/api/hubs/{id}", LIBRARY.id()).with(As.a(VIEWER)))
                .hasStatus(403);
    }
}

package uk.alongside.conversations.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static uk.alongside.foundation.caller.Role.HUB_STAFF;
import static uk.alongside.foundation.caller.Role.VIEWER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.foundation.problem.Refused;

@WebMvcTest(CouncilController.class)
@ControllerTest
class CouncilControllerTest {

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private CouncilService council;

    @Test
    void showsTheCouncilAndTheCaller() {
        given(council.settings())
                .willReturn(new Settings(
                        1,
                        "Larkshire Council",
                        null,
                        "larkshire",
                        "setting-up",
                        false,
                        "england",
                        List.of("en"),
                        Labels.calling("Talking point"),
                        new Settings.Contact(null, null, null, List.of(), null, null, null),
                        Brand.USUAL,
                        true));

        assertThat(mvc.get().uri("/api/council").with(As.a(HUB_STAFF, VIEWER)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"name": "Larkshire Council", "demonstration": true, "status": "setting-up",
                         "labels": {"talkingPoint": "Talking point", "talkingPoints": "Talking points", "hubs": "Hubs"},
                         "brand": {"headerColour": "#0F5257", "headerTextColour": "#FFFFFF"},
                         "me": {"name": "Priya N", "roles": ["hub-staff", "viewer"]}}""");
    }

    @Test
    void showsNothingBeforeTheSettingsHaveCome() {
        given(council.settings()).willThrow(Refused.notFound());

        assertThat(mvc.get().uri("/api/council").with(As.a(VIEWER))).hasStatus(404);
    }

    @Test
    void showsNothingToNobody() {
        assertThat(mvc.get().uri("/api/council")).hasStatus(401);
    }
}

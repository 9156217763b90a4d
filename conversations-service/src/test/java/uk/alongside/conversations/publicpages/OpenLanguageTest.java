package uk.alongside.conversations.publicpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import uk.alongside.conversations.ControllerTest;
import uk.alongside.conversations.ControllerTest.As;
import uk.alongside.conversations.InventedLanguage;
import uk.alongside.conversations.LanguageConfiguration;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.Opening;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.foundation.caller.Role;

/** Tests the public pages in a language that the service has only for this test. */
@WebMvcTest(
        value = {OpenController.class, PreviewController.class},
        properties = "alongside.languages=en-GB,el")
@ControllerTest
@Import(LanguageConfiguration.class)
@ImportAutoConfiguration(MessageSourceAutoConfiguration.class)
class OpenLanguageTest {

    private static final UUID PLACE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private OpenTimetable timetable;

    @BeforeEach
    void aCouncilWithEverything() {
        var council = council("01632 960123");
        given(timetable.council("larkshire")).willReturn(Optional.of(council));
        given(timetable.describe(any())).willReturn(Optional.of(soon()));
        given(timetable.lastSeen("larkshire")).willReturn(Optional.of(council));
        given(timetable.hubs(any())).willReturn(List.of(place(PLACE, true), place(OTHER, false)));
    }

    /** Returns a council that is not live, so that its address leads nowhere. */
    private static OpenCouncil soon() {
        return council("01632 960123", "meadowshire");
    }

    private static OpenCouncil council(@Nullable String phone) {
        return council(phone, "larkshire");
    }

    private static OpenCouncil council(@Nullable String phone, String alias) {
        return council(phone, "1@2", alias, false);
    }

    private static OpenCouncil council(
            @Nullable String phone, @Nullable String email, String alias, boolean suspended) {
        return new OpenCouncil(
                PLACE,
                "Ω",
                null,
                false,
                alias,
                "Ψ",
                phone,
                email,
                "9–5",
                List.of("1"),
                "18001",
                "Π",
                "https://larkshire.example/privacy",
                true,
                suspended,
                "#0F5257",
                "#FFFFFF",
                "#0F5257",
                "#FFFFFF",
                3L);
    }

    @Test
    void showsEveryTextInTheLanguageThatTheVisitorPrefers() {
        var shown = new StringBuilder();
        for (var address : List.of(
                "/open/larkshire",
                "/open/larkshire?near=%CE%A8",
                "/open/larkshire?near=%CE%A9%CE%A9%CE%A9",
                "/open/larkshire?day=monday&drop-in=yes&step-free=yes",
                "/open/larkshire/places/" + PLACE,
                "/open/larkshire/places/" + OTHER,
                "/open/larkshire/accessibility",
                "/open/larkshire/cookies",
                "/open/accessibility",
                "/open/cookies",
                "/open/staff-privacy",
                "/open",
                "/open/larkshire/elsewhere",
                "/open/nowhere",
                OpenPage.PREVIEW,
                OpenPage.PREVIEW + "/places/" + PLACE,
                OpenPage.PREVIEW + "/accessibility",
                OpenPage.PREVIEW + "/cookies")) {
            shown.append(inventedOnly(address));
        }
        given(timetable.hubs(any())).willReturn(List.of());
        shown.append(inventedOnly("/open/larkshire"));
        given(timetable.hubs(any())).willReturn(List.of(place(PLACE, true)));
        shown.append(inventedOnly("/open/larkshire"));
        given(timetable.hubs(any())).willReturn(Collections.nCopies(101, place(PLACE, true)));
        shown.append(inventedOnly("/open/larkshire"));
        given(timetable.council("larkshire")).willReturn(Optional.of(council(null)));
        shown.append(inventedOnly("/open/larkshire"));
        given(timetable.council("larkshire")).willReturn(Optional.of(council("1", "1@2", "larkshire", true)));
        shown.append(inventedOnly("/open/larkshire"));
        given(timetable.council("larkshire")).willReturn(Optional.of(council(null, null, "larkshire", true)));
        shown.append(inventedOnly("/open/larkshire"));
        given(timetable.council("larkshire")).willReturn(Optional.of(council(null)));
        given(timetable.hubs(any())).willThrow(new QueryTimeoutException("too slow"));
        shown.append(inventedOnly("/open/larkshire"));

        InventedLanguage.assertThatEveryTextIsIn("uk/alongside/conversations/publicpages/texts", shown.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en-GB", "en", "fr", "cy, fr;q=0.5", "en-US, el;q=0.9", "*"})
    void isInEnglishWhereTheVisitorDoesNotPreferAnotherLanguageOfTheService(String preferred) {
        var request = mvc.get().uri("/open/larkshire");

        var page = preferred.isEmpty()
                ? request.exchange()
                : request.header("Accept-Language", preferred).exchange();

        assertThat(page)
                .hasHeader("Content-Language", "en-GB")
                .hasHeader("Vary", "Accept-Language")
                .bodyText()
                .contains("<html lang=\"en-GB\"", "Skip to main content");
    }

    private String inventedOnly(String address) {
        var shown = visible(address);
        assertThat(shown.replaceAll("HX1( 1UJ)?", "")).as(address).doesNotContainPattern("[A-Za-z]");
        return shown;
    }

    /** Returns what a reader sees or hears of a page: its text, and the attributes that are read aloud. */
    private String visible(String address) {
        var page = new String(
                mvc.get()
                        .uri(URI.create(address))
                        .header("Accept-Language", InventedLanguage.LOCALE.toLanguageTag())
                        .with(As.a(Role.LEAD))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(page).contains("<html lang=\"el\"", "<main");
        var spoken = new StringBuilder();
        Pattern.compile("(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .forEach(attribute -> spoken.append(attribute.group(1)).append('\n'));
        return spoken
                + page.replaceAll("<code>[^<]*</code>", " ")
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("&[a-z]+;", " ");
    }

    private static OpenHub place(UUID id, boolean open) {
        var today = LocalDate.of(2026, 11, 24);
        return new OpenHub(
                id,
                "Ψ",
                List.of("1"),
                open ? "HX1 1UJ" : "",
                open ? "https://place.example" : null,
                open ? "Δ" : null,
                open,
                open ? List.of(AccessFeature.values()) : List.of(),
                open ? List.of("Σ") : List.of(),
                new OpeningHours(List.of(
                        new Opening(DayOfWeek.MONDAY, LocalTime.of(9, 30), LocalTime.NOON),
                        new Opening(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.MIDNIGHT))),
                open
                        ? List.of(new OpenClosure(id, today, today), new OpenClosure(id, today, today.plusDays(1)))
                        : List.of(),
                open
                        ? List.of(
                                new OpenSession(id, today, LocalTime.of(9, 0), LocalTime.of(10, 0), false, 4, 0),
                                new OpenSession(id, today, LocalTime.of(9, 0), LocalTime.of(10, 0), false, 4, 1),
                                new OpenSession(id, today, LocalTime.of(9, 0), LocalTime.of(10, 0), false, 4, 2),
                                new OpenSession(id, today, LocalTime.of(9, 0), LocalTime.of(10, 0), false, 4, 3),
                                new OpenSession(id, today, LocalTime.of(9, 0), LocalTime.of(17, 30), true, 0, 0))
                        : List.of());
    }
}

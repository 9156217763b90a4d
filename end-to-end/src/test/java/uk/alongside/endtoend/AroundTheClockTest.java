package uk.alongside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the day of hub staff at the hours that are most likely to go wrong: around midnight, in the nights when the
 * clocks change, and on the last day of a year.
 */
@Tag("browser")
@Order(Integer.MAX_VALUE - 2)
class AroundTheClockTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final Client COUNCIL = DEPLOYED.larkshire();

    private static Chromium browser;
    private static Page page;

    @BeforeAll
    static void openBrowser() {
        browser = new Chromium();
        page = SignIn.as(browser.personWithMovableClock(), DEPLOYED, "priya@larkshire.example");
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    /** The clocks go back on 25 October 2026 and forward on 28 March 2027, when 01:30 is 02:30. */
    static Stream<LocalDateTime> moments() {
        var times = Stream.of("00:05", "01:30", "03:10", "12:00", "23:50")
                .map(LocalTime::parse)
                .toList();
        return Stream.of("2026-10-25", "2026-11-27", "2026-12-31", "2027-03-28")
                .map(LocalDate::parse)
                .flatMap(day -> times.stream().map(day::atTime));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aResidentIsBookedAndCheckedIn(LocalDateTime moment) {
        DEPLOYED.setClock(moment);
        var today = moment.toLocalDate();
        var hub = World.hub(COUNCIL, "Night hub " + UUID.randomUUID());
        var slot = World.sessionNow(COUNCIL, hub, 2).json().path("slots").get(0);
        World.booking(COUNCIL, slot.path("id").asString(), World.person(COUNCIL, "Gwen", "Prŷs-Jones"));
        World.walkIn(COUNCIL, hub);
        World.session(COUNCIL, hub, today.plusDays(1), 1);
        var day = COUNCIL.get("/api/hubs/" + hub + "/days/" + today).json();
        assertThat(day.path("today").asBoolean()).isTrue();
        assertThat(COUNCIL.get("/api/hubs/" + hub + "/days/" + today.plusDays(1))
                        .json()
                        .path("today")
                        .asBoolean())
                .isFalse();

        page.clock().setSystemTime(TestClock.now().toInstant().toEpochMilli());
        page.navigate(DEPLOYED.gateway() + "/hubs/" + hub + "/days/" + today);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check in Gwen Prŷs-Jones"))
                .click();

        assertThat(page.getByText(Pattern.compile("Gwen Prŷs-Jones checked in at (%s)".formatted(timesAround(moment)))))
                .isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to today")))
                .hasCount(0);
        page.navigate("about:blank");
    }

    /** Returns the times that a page may show within two minutes of this moment. */
    private static String timesAround(LocalDateTime moment) {
        var format = DateTimeFormatter.ofPattern("h:mma", Locale.UK);
        var from = moment.atZone(TestClock.LONDON);
        return String.join(
                "|",
                List.of(from, from.plusMinutes(1), from.plusMinutes(2)).stream()
                        .map(time -> format.format(time).toLowerCase(Locale.UK).replace("12:00pm", "midday"))
                        .toList());
    }
}

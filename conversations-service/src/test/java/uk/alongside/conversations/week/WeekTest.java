package uk.alongside.conversations.week;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class WeekTest {

    /** The Monday of a week that has not begun. */
    private static final LocalDate MONDAY = TestCouncil.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init")
    private TestCouncil council;

    @SuppressWarnings("NullAway.Init")
    private Api lead;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        lead = council.lead();
    }

    @Test
    void hasTheSessionsOfEachHubWithTheirPlaces() {
        var library = council.hub("Library");
        var hall = council.hub("Hall");
        var session = council.session(library, MONDAY.plusDays(1), 2);
        council.session(library, MONDAY.plusDays(8), 2);
        book(session, council.person("Margaret", "Ellison"));

        var week = week(MONDAY.plusDays(6), "");

        assertThat(texts(week.path("days"), "date"))
                .hasSize(7)
                .startsWith(MONDAY.toString())
                .endsWith(MONDAY.plusDays(6).toString());
        assertThat(texts(week.path("items"), "name")).containsExactly("Hall", "Library");
        assertThat(week.path("items").path(0).path("id").asString()).isEqualTo(hall.toString());
        assertThat(week.path("items").path(0).path("sessions")).isEmpty();
        var sessions = week.path("items").path(1).path("sessions");
        assertThat(sessions).hasSize(1);
        assertThat(sessions.path(0).path("date").asString())
                .isEqualTo(MONDAY.plusDays(1).toString());
        assertThat(sessions.path(0).path("places").asInt()).isEqualTo(8);
        assertThat(sessions.path(0).path("left").asInt()).isEqualTo(7);
        assertThat(week.toString()).doesNotContain("Margaret", "Ellison");
    }

    @Test
    void hasTheClosuresOfAHubAndItsSessionsOnClosedDays() {
        var hub = council.hub("Library");
        council.session(hub, MONDAY.plusDays(2), 1);
        var closed = lead.post(
                "/api/hubs/" + hub + "/closures",
                "{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"New floor\"}"
                        .formatted(MONDAY.plusDays(2), MONDAY.plusDays(9)));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);

        var item = week(MONDAY, "").path("items").path(0);

        assertThat(item.path("closures").path(0).path("reason").asString()).isEqualTo("New floor");
        assertThat(item.path("closures").path(0).path("to").asString())
                .isEqualTo(MONDAY.plusDays(9).toString());
        assertThat(item.path("sessions").path(0).path("hubClosed").asBoolean()).isTrue();
    }

    @Test
    void marksBankHolidaysAndClockChanges() {
        var christmas = week(LocalDate.parse("2026-12-25"), "").path("days");
        var october = week(LocalDate.parse("2026-10-20"), "").path("days");
        var march = week(LocalDate.parse("2027-03-28"), "").path("days");

        assertThat(christmas.path(4).path("bankHoliday").asString()).isEqualTo("Christmas Day");
        assertThat(christmas.path(3).path("bankHoliday").isNull()).isTrue();
        assertThat(october.path(6).path("clockChange").asString()).isEqualTo("back");
        assertThat(march.path(6).path("clockChange").asString()).isEqualTo("forward");
        assertThat(march.path(5).path("clockChange").isNull()).isTrue();
    }

    @Test
    void isEmptyWithoutHubsAndFindsHubsByWords() {
        assertThat(week(MONDAY, "").path("items")).isEmpty();
        council.hub("Market Street Library");
        council.hub("Village Hall");

        assertThat(texts(week(MONDAY, "?search=village").path("items"), "name")).containsExactly("Village Hall");
        assertThat(week(MONDAY, "?search=nowhere").path("total").asInt()).isZero();
    }

    @Test
    void isListedOnPagesOfTwentyFiveHubs() {
        hubs(0, 27);

        var first = week(MONDAY, "");
        var second = week(MONDAY, "?after=" + first.path("next").asInt());

        assertThat(first.path("items")).hasSize(25);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(texts(first.path("items"), "id")).doesNotContainAnyElementsOf(texts(second.path("items"), "id"));
    }

    @Test
    void takesAsManyStatementsForTwentyHubsAsForOne() {
        council.session(hubs(0, 1).getFirst(), MONDAY, 1);
        var forOne = statements(() -> week(MONDAY, ""));

        hubs(1, 20).forEach(hub -> council.session(hub, MONDAY, 1));

        assertThat(statements(() -> week(MONDAY, ""))).isEqualTo(forOne);
    }

    @Test
    void hasOnlyTheHubsOfTheCouncil() {
        council.hub("Library");

        var other = TestCouncil.create(port).lead().get("/api/weeks/" + MONDAY).json();

        assertThat(other.path("items")).isEmpty();
    }

    private List<UUID> hubs(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(nth -> council.hub("Hub %03d".formatted(nth)))
                .toList();
    }

    private void book(JsonNode session, UUID person) {
        var slot = session.path("slots").path(0).path("id").asString();
        assertThat(council.hubStaff()
                        .post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"}")
                        .status())
                .isEqualTo(201);
    }

    private JsonNode week(LocalDate day, String query) {
        var answer = lead.get("/api/weeks/" + day + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> texts(JsonNode items, String name) {
        return items.valueStream().map(item -> item.path(name).asString()).toList();
    }

    /** Counts the statements about hubs, sessions, slots and closures that this sends. */
    private static long statements(Runnable work) {
        var log = new ListAppender<ILoggingEvent>();
        var loggers = Stream.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        log.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.addAppender(log);
        });
        try {
            work.run();
        } finally {
            loggers.forEach(logger -> {
                logger.setLevel(null);
                logger.detachAppender(log);
            });
        }
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.matches("(?s).*app\\.(hub|session|slot|hub_closure)\\b.*"))
                .count();
    }
}

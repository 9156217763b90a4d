package uk.alongside.conversations.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.foundation.problem.Refused;

class SessionTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), Session.LONDON);
    private static final HubId HUB = new HubId(UUID.randomUUID());
    private static final String CLOCKS_GO_FORWARD = "2026-03-29";
    private static final String CLOCKS_GO_BACK = "2026-10-25";

    @Test
    void givesOneSlotAfterTheOther() {
        var session = planned("2026-03-10", "09:30", "12:30", 45);

        assertThat(session.slots(1))
                .extracting(slot -> slot.starts() + "-" + slot.ends())
                .containsExactly("09:30-10:15", "10:15-11:00", "11:00-11:45", "11:45-12:30");
        assertThat(session.slots(3)).allMatch(slot -> slot.left() == 3);
    }

    @Test
    void leavesTheRestOfItsTimeFree() {
        assertThat(planned("2026-03-10", "09:30", "11:00", 50).slots(1)).hasSize(1);
    }

    @Test
    void isHeldInLocalTimeInSummerAndWinter() {
        assertThat(planned("2026-03-10", "10:00", "11:00", 30).startsAt()).isEqualTo("2026-03-10T10:00:00Z");
        assertThat(planned("2026-07-10", "10:00", "11:00", 30).startsAt()).isEqualTo("2026-07-10T09:00:00Z");
    }

    @Test
    void mayLastUntilMidnight() {
        var session = planned("2026-03-10", "22:00", "00:00", 60);

        assertThat(session.endsAt()).isEqualTo("2026-03-11T00:00:00Z");
        assertThat(session.slots(1).getLast().ends()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(session.slots(1).getLast().date()).isEqualTo("2026-03-10");
    }

    @Test
    void mayLastFromMidnightToMidnight() {
        assertThat(planned("2026-03-10", "00:00", "00:00", 60).slots(1)).hasSize(24);
    }

    @Test
    void isRefusedWhenItEndsBeforeItStarts() {
        assertRefused(new SessionRefusal.EndsBeforeItStarts(), "2026-03-10", "12:30", "09:30", 45);
        assertRefused(new SessionRefusal.EndsBeforeItStarts(), "2026-03-10", "12:30", "12:30", 45);
    }

    @Test
    void endsAtMidnightAtTheLatestAndIsInNobodysWayAfterThat() {
        assertRefused(new SessionRefusal.EndsBeforeItStarts(), "2026-03-10", "23:30", "00:30", 30);
        var late = planned("2026-03-10", "23:30", "00:00", 30);
        var early = planned("2026-03-11", "00:00", "00:30", 30);

        assertThat(late.slots(1)).hasSize(1);
        assertThat(late.endsAt()).isEqualTo(early.startsAt());
        assertThat(late.clashesWith(early)).isFalse();
        assertThat(early.clashesWith(late)).isFalse();
    }

    @Test
    void isNotChangedToATimeThatTheClocksLeaveOut() {
        var session = planned(CLOCKS_GO_FORWARD, "09:30", "11:00", 45);
        var wanted = planned("2026-03-10", "01:30", "03:00", 45).pattern();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> session.rearrange(new SessionPlan(session.date(), wanted), NOON))
                .extracting(Refused::reason)
                .isInstanceOf(SessionRefusal.TimeLeftOut.class);
        assertThat(session.starts()).isEqualTo(LocalTime.of(9, 30));
    }

    @Test
    void isRefusedWhenNoSlotFits() {
        assertRefused(new SessionRefusal.SlotDoesNotFit(30), "2026-03-10", "09:30", "10:00", 45);
    }

    @Test
    void isRefusedAtATimeThatTheClocksLeaveOut() {
        assertRefused(
                new SessionRefusal.TimeLeftOut(
                        "starts", LocalDate.parse(CLOCKS_GO_FORWARD), LocalTime.of(1, 30), LocalTime.of(2, 0)),
                CLOCKS_GO_FORWARD,
                "01:30",
                "03:00",
                30);
        assertRefused(
                new SessionRefusal.TimeLeftOut(
                        "ends", LocalDate.parse(CLOCKS_GO_FORWARD), LocalTime.of(1, 0), LocalTime.of(2, 0)),
                CLOCKS_GO_FORWARD,
                "00:00",
                "01:00",
                30);
    }

    @Test
    void losesAnHourWhenTheClocksGoForward() {
        var session = planned(CLOCKS_GO_FORWARD, "00:30", "02:30", 30);

        assertThat(session.slots(1))
                .extracting(slot -> slot.starts() + "-" + slot.ends())
                .containsExactly("00:30-02:00", "02:00-02:30");
        assertThat(session.clockChange()).isEqualTo(ClockChange.FORWARD);
    }

    @Test
    void meansTheFirstOfAnHourThatComesTwice() {
        var session = planned(CLOCKS_GO_BACK, "01:30", "02:30", 30);

        assertThat(session.startsAt()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(Duration.between(session.startsAt(), session.endsAt())).hasHours(2);
        assertThat(session.slots(1))
                .extracting(slot -> slot.starts().toString())
                .containsExactly("01:30", "01:00", "01:30", "02:00");
        assertThat(session.clockChange()).isEqualTo(ClockChange.BACK);
    }

    @Test
    void doesNotMentionTheClocksWhereTheyDoNotMatter() {
        assertThat(planned("2026-10-24", "01:30", "02:30", 30).clockChange()).isNull();
        assertThat(planned(CLOCKS_GO_BACK, "09:00", "10:00", 30).clockChange()).isNull();
        assertThat(planned(CLOCKS_GO_FORWARD, "09:00", "10:00", 30).clockChange())
                .isNull();
    }

    @Test
    void isRefusedWhenItIsLongerThanADay() {
        assertRefused(new SessionRefusal.LongerThanADay(), CLOCKS_GO_BACK, "00:00", "00:00", 60);
    }

    @Test
    void isRefusedOnceItIsOver() {
        assertRefused(new SessionRefusal.Over(), "2026-03-01", "09:00", "12:00", 30);
        assertRefused(new SessionRefusal.Over(), "2026-02-28", "09:00", "12:00", 30);
    }

    @Test
    void mayHaveBegun() {
        assertThat(planned("2026-03-01", "09:00", "12:30", 30).slots(1)).hasSize(7);
    }

    @Test
    void isRefusedMoreThanTwelveMonthsAhead() {
        assertThat(planned("2027-03-01", "09:00", "12:00", 30)).isNotNull();
        assertRefused(new SessionRefusal.TooFarAhead(LocalDate.of(2027, 3, 1)), "2027-03-02", "09:00", "12:00", 30);
    }

    @Test
    void hasNoSlotInABreak() {
        var session = withBreaks(45, new Break(LocalTime.of(11, 0), LocalTime.of(11, 20)));

        assertThat(session.slots(1))
                .extracting(slot -> slot.starts() + "-" + slot.ends())
                .containsExactly("09:30-10:15", "10:15-11:00", "11:20-12:05");
    }

    @Test
    void isRefusedWithABreakThatDoesNotFit() {
        assertBreakRefused(new Break(LocalTime.of(9, 0), LocalTime.of(10, 0)));
        assertBreakRefused(new Break(LocalTime.of(12, 0), LocalTime.of(13, 0)));
        assertBreakRefused(new Break(LocalTime.of(11, 0), LocalTime.of(10, 30)));
        assertBreakRefused(
                new Break(LocalTime.of(10, 0), LocalTime.of(11, 0)),
                new Break(LocalTime.of(10, 30), LocalTime.of(11, 30)));
    }

    @Test
    void isRefusedWhenNoSlotFitsBetweenTheBreaks() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> withBreaks(90, new Break(LocalTime.of(10, 30), LocalTime.of(11, 10))))
                .extracting(Refused::reason)
                .isEqualTo(new SessionRefusal.SlotDoesNotFit(80));
    }

    @Test
    void hasNoSlotsWherePeopleDropIn() {
        assertThat(withBreaks(null).slots(1)).isEmpty();
        assertThat(withBreaks(null).pattern().dropInOnly()).isTrue();
    }

    @Test
    void isCancelledOnceAndNotWhenItIsOver() {
        var session = planned("2026-03-10", "09:30", "12:30", 45);

        session.cancel("The heating is broken", NOON);

        assertThat(session.isCancelled()).isTrue();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> session.cancel("Again", NOON))
                .extracting(Refused::reason)
                .isEqualTo(new SessionRefusal.AlreadyCancelled());
        var over = planned("2026-03-10", "09:30", "12:30", 45);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> over.cancel("Late", Clock.offset(NOON, Duration.ofDays(30))))
                .extracting(Refused::reason)
                .isEqualTo(new SessionRefusal.Over());
    }

    private static void assertBreakRefused(Break... breaks) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> withBreaks(45, breaks))
                .extracting(Refused::reason)
                .isInstanceOf(SessionRefusal.BreakDoesNotFit.class);
    }

    private static Session withBreaks(@Nullable Integer slotMinutes, Break... breaks) {
        var pattern = new SessionPattern(
                LocalTime.of(9, 30),
                LocalTime.of(12, 30),
                List.of(breaks),
                slotMinutes,
                slotMinutes == null ? null : 1,
                null,
                null,
                null,
                List.of());
        return Session.planned(SessionId.random(), HUB, new SessionPlan(LocalDate.parse("2026-03-10"), pattern), NOON);
    }

    private static void assertRefused(SessionRefusal reason, String date, String starts, String ends, int slotMinutes) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> planned(date, starts, ends, slotMinutes))
                .extracting(Refused::reason)
                .isEqualTo(reason);
    }

    private static Session planned(String date, String starts, String ends, int slotMinutes) {
        return planned(date, starts, ends, slotMinutes, null);
    }

    private static Session planned(String date, String starts, String ends, int slotMinutes, @Nullable String room) {
        var plan = new SessionPlan(
                LocalDate.parse(date),
                new SessionPattern(
                        LocalTime.parse(starts),
                        LocalTime.parse(ends),
                        List.of(),
                        slotMinutes,
                        1,
                        null,
                        room,
                        null,
                        List.of()));
        return Session.planned(SessionId.random(), HUB, plan, NOON);
    }
}

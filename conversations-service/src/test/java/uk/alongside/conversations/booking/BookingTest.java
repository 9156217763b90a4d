package uk.alongside.conversations.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.TooLateToUndo;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongStatus;
import uk.alongside.conversations.booking.Booking.AbsenceNext;
import uk.alongside.conversations.booking.Booking.AbsenceReason;
import uk.alongside.conversations.booking.Booking.CancelledFor;
import uk.alongside.conversations.booking.BookingRefusal.NotStarted;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.problem.Refused;

class BookingTest {

    private static final UUID SAM = UUID.randomUUID();
    private static final UUID PRIYA = UUID.randomUUID();
    private static final AttendanceId ATTENDANCE = AttendanceId.random();
    private static final SlotId OTHER_SLOT = new SlotId(UUID.randomUUID());
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneId.of("Europe/London"));

    @Test
    void wasAskedForTodayUnlessSaidOtherwise() {
        assertThat(booking(null).askedOn()).isEqualTo(TODAY);
        assertThat(booking(TODAY.minusDays(9)).askedOn()).isEqualTo("2026-11-15");
    }

    @Test
    void keepsTheFirstAttendance() {
        var booking = booking(null);

        assertThat(booking.checkIn(ATTENDANCE, TODAY, SAM, NOW)).isTrue();
        assertThat(booking.checkIn(AttendanceId.random(), TODAY, SAM, NOW)).isFalse();

        assertThat(booking.status()).isEqualTo(Booking.Status.CAME);
        assertThat(booking.attendance()).isEqualTo(ATTENDANCE);
    }

    @Test
    void isCheckedInOnlyOnItsDay() {
        booking(null).checkIn(ATTENDANCE, TODAY, SAM, NOW);

        for (var day : new LocalDate[] {TODAY.minusDays(1), TODAY.plusDays(1)}) {
            var booking = booking(null);
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> booking.checkIn(ATTENDANCE, day, SAM, NOW))
                    .extracting(Refused::reason)
                    .isEqualTo(new NotToday(day));
            assertThat(booking.status()).isEqualTo(Booking.Status.EXPECTED);
        }
    }

    @Test
    void isCheckedInByTheDayInTheCouncilsTimeZone() {
        var afterMidnight = Clock.fixed(Instant.parse("2026-07-01T23:30:00Z"), ZoneId.of("Europe/London"));
        var booking = booking(null);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> booking.checkIn(ATTENDANCE, LocalDate.parse("2026-07-01"), SAM, afterMidnight));
        assertThat(booking.checkIn(ATTENDANCE, LocalDate.parse("2026-07-02"), SAM, afterMidnight))
                .isTrue();
    }

    @Test
    void isCorrectedFromEveryStatusAndCannotBeUndoneThen() {
        var booking = booking(null);
        booking.checkIn(ATTENDANCE, TODAY, SAM, NOW);

        booking.correct(Booking.Status.DID_NOT_ATTEND, null, PRIYA, NOW);
        assertThat(booking.status()).isEqualTo(Booking.Status.DID_NOT_ATTEND);
        assertThat(booking.attendance()).isNull();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> booking.undo(PRIYA, NOW))
                .extracting(Refused::reason)
                .isEqualTo(new TooLateToUndo());

        booking.correct(Booking.Status.CAME, ATTENDANCE, PRIYA, NOW);
        assertThat(booking.attendance()).isEqualTo(ATTENDANCE);
        booking.correct(Booking.Status.EXPECTED, null, PRIYA, NOW);
        booking.cancel(CancelledFor.PERSON, SAM, NOW);
        booking.correct(Booking.Status.EXPECTED, null, PRIYA, NOW);
        assertThat(booking.cancelledFor()).isNull();
    }

    @Test
    void hasNoAttendanceBeforeThePersonHasComeAndIsNotCancelledAfter() {
        assertWrong("expected", booking(null), Booking::attendanceOfVisitor);
        var here = booking(null);
        here.checkIn(ATTENDANCE, TODAY, SAM, NOW);
        assertThat(here.attendanceOfVisitor()).isEqualTo(ATTENDANCE);
        assertWrong("came", here, each -> each.cancel(CancelledFor.US, SAM, NOW));
        assertWrong("came", here, each -> each.didNotAttend(slot(0), null, null, SAM, NOW));
        assertWrong("came", here, each -> each.move(OTHER_SLOT, SAM, NOW));
    }

    @Test
    void isMissedOnlyOnceItsTimeHasCome() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> booking(null).didNotAttend(slot(1), null, null, SAM, NOW))
                .extracting(Refused::reason)
                .isEqualTo(new NotStarted());

        var missed = booking(null);
        missed.didNotAttend(slot(0), AbsenceReason.ILL, AbsenceNext.RING_THEM, SAM, NOW);
        assertThat(missed.status()).isEqualTo(Booking.Status.DID_NOT_ATTEND);
        missed.didNotAttend(slot(0), AbsenceReason.FORGOT, null, SAM, NOW);
        assertThat(missed.absenceReason()).isEqualTo(AbsenceReason.FORGOT);
        assertThat(missed.absenceNext()).isNull();

        missed.checkIn(ATTENDANCE, TODAY, SAM, NOW);
        assertThat(missed.status()).isEqualTo(Booking.Status.CAME);
        assertThat(missed.absenceReason()).isNull();
        missed.undoCheckIn();
        assertThat(missed.attendance()).isNull();
        assertThat(missed.absenceReason()).isEqualTo(AbsenceReason.FORGOT);
    }

    @Test
    void isLateAfterTenMinutes() {
        var booking = booking(null);

        assertThat(booking.isLate(slot(-9), NOW.instant())).isFalse();
        assertThat(booking.isLate(slot(-10), NOW.instant())).isTrue();
        booking.checkIn(ATTENDANCE, TODAY, SAM, NOW);
        assertThat(booking.isLate(slot(-10), NOW.instant())).isFalse();
    }

    @Test
    void isAsItWasBeforeWhenItsLastChangeIsUndone() {
        var booking = booking(null);
        booking.checkIn(ATTENDANCE, TODAY, SAM, NOW);
        booking.undoCheckIn();
        assertThat(booking.status()).isEqualTo(Booking.Status.EXPECTED);
        assertThat(booking.attendance()).isNull();
        assertTooLate(booking, SAM, NOW);

        var cancelled = booking(null);
        assertThat(cancelled.cancel(CancelledFor.PERSON, SAM, NOW)).isTrue();
        assertThat(cancelled.cancel(CancelledFor.PERSON, SAM, NOW)).isFalse();
        cancelled.undo(SAM, NOW);
        assertThat(cancelled.status()).isEqualTo(Booking.Status.EXPECTED);
        assertThat(cancelled.cancelledFor()).isNull();

        var moved = booking(null);
        var from = moved.slot();
        moved.move(OTHER_SLOT, SAM, NOW);
        assertThat(moved.originalSlot()).isEqualTo(from);
        moved.undo(SAM, NOW);
        assertThat(moved.slot()).isEqualTo(from);
        assertThat(moved.originalSlot()).isNull();
    }

    @Test
    void wasAMistakeWhenItIsUndoneAsSoonAsItIsMade() {
        var booking = booking(null);

        booking.undo(SAM, NOW);

        assertThat(booking.status()).isEqualTo(Booking.Status.CANCELLED);
        assertThat(booking.isUndone()).isTrue();
    }

    @Test
    void isUndoneOnlyByItsMemberAndForTwoMinutes() {
        var booking = booking(null);
        booking.cancel(CancelledFor.PERSON, SAM, NOW);

        assertTooLate(booking, PRIYA, NOW);
        assertTooLate(booking, SAM, Clock.offset(NOW, Duration.ofMinutes(2).plusSeconds(1)));
        booking.undo(SAM, Clock.offset(NOW, Duration.ofMinutes(2)));
        assertThat(booking.status()).isEqualTo(Booking.Status.EXPECTED);
    }

    private static void assertTooLate(Booking booking, UUID by, Clock clock) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> booking.undo(by, clock))
                .extracting(Refused::reason)
                .isEqualTo(new TooLateToUndo());
    }

    private static void assertWrong(String is, Booking booking, Consumer<Booking> change) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> change.accept(booking))
                .extracting(Refused::reason)
                .isEqualTo(new WrongStatus(is));
    }

    /** Makes a slot that begins this many minutes from now; a negative number means that it has begun. */
    private static SlotTime slot(int minutes) {
        var starts = NOW.instant().plus(Duration.ofMinutes(minutes));
        return new SlotTime(
                new SlotId(UUID.randomUUID()),
                UUID.randomUUID(),
                new HubId(UUID.randomUUID()),
                TODAY,
                LocalTime.of(10, 0),
                LocalTime.of(10, 45),
                starts,
                starts.plus(Duration.ofMinutes(45)),
                1,
                1,
                false);
    }

    private static Booking booking(@Nullable LocalDate askedOn) {
        return new Booking(
                new BookingId(UUID.randomUUID()),
                new SlotId(UUID.randomUUID()),
                new PersonId(UUID.randomUUID()),
                askedOn,
                SAM,
                NOW);
    }
}

package uk.alongside.conversations.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.attendance.Attendance.Progress;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.TooLateToUndo;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongStatus;
import uk.alongside.conversations.attendance.Visit.CameBy;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.problem.Refused;

class AttendanceTest {

    private static final UUID SAM = UUID.randomUUID();
    private static final UUID PRIYA = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneId.of("Europe/London"));
    private static final Clock LATER = Clock.offset(NOW, Duration.ofMinutes(5));

    @Test
    void goesFromArrivedToFinishedWithTheFirstMember() {
        var attendance = attendance(CameBy.BOOKING);
        assertThat(attendance.progress()).isEqualTo(Progress.ARRIVED);

        assertThat(attendance.start(SAM, NOW)).isTrue();
        assertThat(attendance.start(PRIYA, LATER)).isFalse();
        assertThat(attendance.progress()).isEqualTo(Progress.IN_CONVERSATION);
        assertThat(attendance.practitionerId()).isEqualTo(SAM);
        assertThat(attendance.finish(PRIYA, LATER)).isTrue();
        assertThat(attendance.finish(SAM, NOW)).isFalse();

        assertThat(attendance.progress()).isEqualTo(Progress.FINISHED);
        assertThat(attendance.practitionerId()).isEqualTo(SAM);
        assertThat(attendance.arrivedAt()).isEqualTo(NOW.instant());
        assertThat(attendance.startedAt()).isEqualTo(NOW.instant());
        assertThat(attendance.finishedAt()).isEqualTo(LATER.instant());
    }

    @Test
    void isNotFinishedBeforeItHasStartedNorStartedAgainAfter() {
        var attendance = attendance(CameBy.BOOKING);
        assertWrong("arrived", () -> attendance.finish(SAM, NOW));

        attendance.start(SAM, NOW);
        attendance.finish(SAM, NOW);

        assertWrong("finished", () -> attendance.start(SAM, NOW));
    }

    @Test
    void isAsItWasBeforeWhenItsLastChangeIsUndone() {
        var attendance = attendance(CameBy.BOOKING);
        attendance.start(SAM, NOW);
        attendance.finish(SAM, NOW);

        assertThat(attendance.undo(SAM, NOW)).isTrue();
        assertThat(attendance.progress()).isEqualTo(Progress.IN_CONVERSATION);
        assertTooLate(attendance, SAM, NOW);

        var started = attendance(CameBy.BOOKING);
        started.start(SAM, NOW);
        assertThat(started.undo(SAM, NOW)).isTrue();
        assertThat(started.progress()).isEqualTo(Progress.ARRIVED);
        assertThat(started.practitionerId()).isNull();
    }

    @Test
    void isGoneWhenTheArrivalIsUndone() {
        assertThat(attendance(CameBy.BOOKING).undo(SAM, NOW)).isFalse();
    }

    @Test
    void isGoneWhenTheStartOfAWalkInIsUndone() {
        var walkIn = attendance(CameBy.WALK_IN);
        walkIn.start(SAM, NOW);

        assertThat(walkIn.undo(SAM, NOW)).isFalse();

        var finished = attendance(CameBy.WALK_IN);
        finished.start(SAM, NOW);
        finished.finish(SAM, NOW);
        assertThat(finished.undo(SAM, NOW)).isTrue();
        assertThat(finished.progress()).isEqualTo(Progress.IN_CONVERSATION);
    }

    @Test
    void isUndoneOnlyByItsMemberAndForTwoMinutes() {
        var attendance = attendance(CameBy.BOOKING);
        attendance.start(SAM, NOW);

        assertTooLate(attendance, PRIYA, NOW);
        assertTooLate(attendance, SAM, Clock.offset(NOW, Duration.ofMinutes(2).plusSeconds(1)));
        assertThat(attendance.undo(SAM, Clock.offset(NOW, Duration.ofMinutes(2))))
                .isTrue();
    }

    @Test
    void isNotUndoneOnceItsLastChangeIsKept() {
        var attendance = attendance(CameBy.BOOKING);
        attendance.start(SAM, NOW);

        attendance.keepLastChange();

        assertTooLate(attendance, SAM, NOW);
        assertThat(attendance.progress()).isEqualTo(Progress.IN_CONVERSATION);
    }

    @Test
    void isRecordedOnlyOnItsDay() {
        Attendance.refuseUnlessToday(TODAY, NOW);

        for (var day : new LocalDate[] {TODAY.minusDays(1), TODAY.plusDays(1)}) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> Attendance.refuseUnlessToday(day, NOW))
                    .extracting(Refused::reason)
                    .isEqualTo(new NotToday(day));
        }
    }

    private static void assertTooLate(Attendance attendance, UUID by, Clock clock) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> attendance.undo(by, clock))
                .extracting(Refused::reason)
                .isEqualTo(new TooLateToUndo());
    }

    private static void assertWrong(String is, Runnable change) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(change::run)
                .extracting(Refused::reason)
                .isEqualTo(new WrongStatus(is));
    }

    private static Attendance attendance(CameBy cameBy) {
        return new Attendance(
                AttendanceId.random(),
                new Visit(new PersonId(UUID.randomUUID()), new HubId(UUID.randomUUID()), TODAY, cameBy, NOW.instant()),
                SAM,
                NOW);
    }
}

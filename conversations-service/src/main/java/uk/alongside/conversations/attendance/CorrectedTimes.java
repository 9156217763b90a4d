package uk.alongside.conversations.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongTimes;

/**
 * The times of a visit after a correction, by the clock of the hub. A time that is left out stays as it was recorded.
 */
public record CorrectedTimes(
        @Nullable LocalTime arrived,
        @Nullable LocalTime started,
        @Nullable LocalTime finished) {

    /**
     * Returns the record after the correction. Rejects a visit on a later day, a time that is missing or in the future,
     * and times that are not in their order.
     */
    public Recorded applyTo(Recorded before, Recorded.Status status, LocalDate day, Clock clock) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new NotToday(day).refused();
        }
        boolean hasStarted = status == Recorded.Status.IN_CONVERSATION || status == Recorded.Status.FINISHED;
        var after = new Recorded(
                status,
                time(arrived, before.arrivedAt(), day, clock),
                hasStarted ? time(started, before.startedAt(), day, clock) : null,
                status == Recorded.Status.FINISHED ? time(finished, before.finishedAt(), day, clock) : null);
        var last = after.arrivedAt();
        if (hasStarted) {
            last = notBefore(last, after.startedAt());
        }
        if (status == Recorded.Status.FINISHED) {
            last = notBefore(last, after.finishedAt());
        }
        if (last == null || last.isAfter(clock.instant())) {
            throw new WrongTimes().refused();
        }
        return after;
    }

    private static Instant notBefore(@Nullable Instant first, @Nullable Instant second) {
        if (first == null || second == null || second.isBefore(first)) {
            throw new WrongTimes().refused();
        }
        return second;
    }

    /** Keeps the recorded time if it is within the minute that is given: its seconds say more than the correction. */
    private static @Nullable Instant time(
            @Nullable LocalTime given, @Nullable Instant recorded, LocalDate day, Clock clock) {
        if (given == null) {
            return recorded;
        }
        boolean same = recorded != null
                && recorded.atZone(clock.getZone())
                        .toLocalTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .equals(given.truncatedTo(ChronoUnit.MINUTES));
        return same ? recorded : day.atTime(given).atZone(clock.getZone()).toInstant();
    }
}

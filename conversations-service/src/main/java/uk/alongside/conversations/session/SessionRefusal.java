package uk.alongside.conversations.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.foundation.text.DateWords;

/** The reasons for which a session is refused, alone or as part of a series. */
public sealed interface SessionRefusal extends Refusal {

    @InvalidField(field = "ends", detail = "The end must be after the start.")
    record EndsBeforeItStarts() implements SessionRefusal {}

    @InvalidField(field = "ends", detail = "A session must be 24 hours or shorter.")
    record LongerThanADay() implements SessionRefusal {}

    @InvalidField(
            field = "slotMinutes",
            detail = "There are at most {minutes} minutes without a break, so a slot must be {minutes} minutes or"
                    + " shorter.")
    record SlotDoesNotFit(long minutes) implements SessionRefusal {}

    /** The clocks go forward, and this time is left out on that day. */
    @InvalidField(
            detail = "The clocks go forward on {date}, so {time} does not happen. Choose {next} or later, or a time"
                    + " before 1am.")
    record TimeLeftOut(String field, LocalDate date, LocalTime time, LocalTime next) implements SessionRefusal {}

    @InvalidField(field = "date", detail = "The session must end in the future.")
    record Over() implements SessionRefusal {}

    @InvalidField(field = "date", detail = "The day must be {last} or before, 12 months from today.")
    record TooFarAhead(LocalDate last) implements SessionRefusal {}

    /** The hub has no such room, or the room is not in use. */
    @InvalidField(field = "roomId", detail = "The hub no longer has this room. Choose another.")
    record NoSuchRoom() implements SessionRefusal {}

    /** The council has no such member. */
    @InvalidField(field = "staff", detail = "One of the staff is not a member of this council. Remove them.")
    record NoSuchMember() implements SessionRefusal {}

    /** A break before the session, after it, or over another break. */
    @InvalidField(
            field = "breaks",
            detail = "The break from {starts} to {ends} must be within the session and not over another break.")
    record BreakDoesNotFit(LocalTime starts, LocalTime ends) implements SessionRefusal {}

    @ProblemType(type = "session-cancelled", detail = "This session is already cancelled.")
    record AlreadyCancelled() implements SessionRefusal {}

    /** Another session has this room at this time: its day, times, kind and room, also in words for the detail. */
    @ProblemType(type = "session-overlaps", detail = "On {date} this overlaps {other}. Choose another time or room.")
    record Overlaps(
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String kind,
            @Nullable String room,
            @JsonIgnore String other)
            implements SessionRefusal {

        public Overlaps(
                LocalDate date, LocalTime starts, LocalTime ends, @Nullable String kind, @Nullable String room) {
            this(date, starts, ends, kind, room, describe(starts, ends, kind, room));
        }

        static Overlaps with(Session other) {
            var pattern = other.pattern();
            return new Overlaps(other.date(), pattern.starts(), pattern.ends(), pattern.kind(), pattern.room());
        }

        /** Describes the other session: "First contact, 9:30am to 12:30pm, in Room 2". */
        private static String describe(LocalTime starts, LocalTime ends, @Nullable String kind, @Nullable String room) {
            return (kind == null ? "another session" : kind) + ", " + DateWords.time(starts) + " to "
                    + DateWords.time(ends) + (room == null ? "" : ", in " + room);
        }
    }
}

package uk.alongside.conversations.session;

import static org.springframework.http.HttpStatus.CONFLICT;
import static uk.alongside.foundation.problem.Problem.invalid;

import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.text.DateWords;

/** Answers refusals of sessions, on their own or as part of a series. */
@RestControllerAdvice
class SessionProblems {

    @ExceptionHandler
    ProblemDetail refused(SessionRefused e) {
        return switch (e.reason()) {
            case SessionRefusal.NoSuchHub _, SessionRefusal.NoSuchSession _ -> Problem.notFound();
            case SessionRefusal.EndsBeforeItStarts _ ->
                invalid("ends", "EndsBeforeItStarts", "The end must be after the start.");
            case SessionRefusal.LongerThanADay _ ->
                invalid("ends", "LongerThanADay", "A session must be 24 hours or shorter.");
            case SessionRefusal.SlotDoesNotFit(var minutes) ->
                invalid(
                        "slotMinutes",
                        "SlotDoesNotFit",
                        "There are at most " + minutes + " minutes without a break, so a slot must be " + minutes
                                + " minutes or shorter.");
            case SessionRefusal.BreakDoesNotFit(var starts, var ends) ->
                invalid(
                        "breaks",
                        "BreakDoesNotFit",
                        "The break from " + DateWords.time(starts) + " to " + DateWords.time(ends)
                                + " must be within the session and not over another break.");
            case SessionRefusal.TimeLeftOut(var field, var date, var time, var next) ->
                invalid(
                        field,
                        "TimeLeftOut",
                        "The clocks go forward on " + DateWords.day(date) + ", so " + DateWords.time(time)
                                + " does not happen. Choose " + DateWords.time(next)
                                + " or later, or a time before 1am.");
            case SessionRefusal.Over _ -> invalid("date", "Over", "The session must end in the future.");
            case SessionRefusal.TooFarAhead(var last) ->
                invalid("date", "TooFarAhead", "The day must be " + last + " or before, 12 months from today.");
            case SessionRefusal.RoomUnreadable _ ->
                invalid("room", "Unreadable", "The room has characters that cannot be printed.");
            case SessionRefusal.NoSuchRoom _ ->
                invalid("roomId", "NoSuchRoom", "The hub does not have this room any more. Choose another.");
            case SessionRefusal.NoSuchMember _ ->
                invalid("staff", "NoSuchMember", "Somebody among the staff is not a member of this council.");
            case SessionRefusal.AlreadyCancelled _ ->
                Problem.of(CONFLICT, "session-cancelled", "This session is cancelled already.");
            case SessionRefusal.Overlaps overlaps -> {
                var problem = Problem.of(
                        CONFLICT,
                        "session-overlaps",
                        "On " + DateWords.day(overlaps.date()) + " this overlaps "
                                + describe(overlaps)
                                + ". Choose another time or room.");
                problem.setProperty("overlaps", overlaps);
                yield problem;
            }
        };
    }

    /** Describes a session: "First contact, 9:30am to 12:30pm, in Room 2". */
    private static String describe(SessionRefusal.Overlaps other) {
        return (other.kind() == null ? "another session" : other.kind()) + ", " + DateWords.time(other.starts())
                + " to " + DateWords.time(other.ends()) + (other.room() == null ? "" : ", in " + other.room());
    }
}

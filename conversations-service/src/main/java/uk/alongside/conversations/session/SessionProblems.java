package uk.alongside.conversations.session;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;
import static uk.alongside.foundation.problem.Problem.invalid;

import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.alongside.conversations.series.SeriesRefusal;
import uk.alongside.conversations.series.SeriesRefused;
import uk.alongside.foundation.problem.Problem;

/** How refusals of sessions are answered, on their own or as part of a series. */
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
                        "The break from " + Words.time(starts) + " to " + Words.time(ends)
                                + " must be within the session and not over another break.");
            case SessionRefusal.TimeLeftOut(var field, var date, var time, var next) ->
                invalid(
                        field,
                        "TimeLeftOut",
                        "The clocks go forward on " + Words.day(date) + ", so " + Words.time(time)
                                + " does not happen. Choose " + Words.time(next)
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
                        "On " + Words.day(overlaps.date()) + " this overlaps "
                                + Words.session(overlaps.kind(), overlaps.starts(), overlaps.ends(), overlaps.room())
                                + ". Choose another time or room.");
                problem.setProperty("overlaps", overlaps);
                yield problem;
            }
        };
    }

    @ExceptionHandler
    ProblemDetail refused(SeriesRefused e) {
        return switch (e.reason()) {
            case SeriesRefusal.NoSuchHub _, SeriesRefusal.NoSuchSeries _ -> Problem.notFound();
            case SeriesRefusal.NoDays _ -> invalid("days", "NoDays", "Select the days it repeats on.");
            case SeriesRefusal.NoDates _ -> invalid("dates", "NoDates", "Enter the date.");
            case SeriesRefusal.BeginsInThePast _ -> invalid("from", "BeginsInThePast", "It must begin today or later.");
            case SeriesRefusal.BeginsTooFarAhead(var last) ->
                invalid("from", "BeginsTooFarAhead", "It must begin within 12 months, by " + Words.day(last) + ".");
            case SeriesRefusal.EndsBeforeItBegins(var begins) ->
                invalid("until", "EndsBeforeItBegins", "End date must be after " + Words.day(begins) + ".");
            case SeriesRefusal.EndsTooFarAhead(var last) ->
                invalid("until", "EndsTooFarAhead", "End date must be within 12 months, by " + Words.day(last) + ".");
            case SeriesRefusal.EndsInThePast _ ->
                invalid("last", "EndsInThePast", "The last day must be today or later.");
            case SeriesRefusal.EndsAlready(var last) ->
                invalid(
                        "last",
                        "EndsAlready",
                        "The series ends on " + Words.day(last) + " already. Choose an earlier day.");
            case SeriesRefusal.NotOfASeries _ ->
                invalid("scope", "NotOfASeries", "This session is not part of a series, so only it can be changed.");
            case SeriesRefusal.NothingLeft _ ->
                invalid("dates", "NothingLeft", "Every date is skipped. Keep one, or choose other dates.");
            case SeriesRefusal.BookingsDoNotFit(var bookings) ->
                Problem.of(
                        CONFLICT,
                        "bookings-do-not-fit",
                        "There is no place any more for " + bookings + " who are booked. Choose other times or more"
                                + " places, or cancel their bookings.");
            case SeriesRefusal.ChangedSinceSeen _ ->
                Problem.of(
                        PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "Somebody was booked or changed this meanwhile. Look again at what it touches.");
            case SeriesRefusal.MarkNeeded _ ->
                Problem.of(
                        PRECONDITION_REQUIRED,
                        "if-match-required",
                        "Send a header If-Match with the ETag of the preview.");
        };
    }
}

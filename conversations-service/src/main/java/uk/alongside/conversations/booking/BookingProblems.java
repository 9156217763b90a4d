package uk.alongside.conversations.booking;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.GONE;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.foundation.problem.Problem;

/** What this feature answers when it says no. */
@Order(0)
@RestControllerAdvice
class BookingProblems {

    @ExceptionHandler
    ProblemDetail refused(BookingRefused e) {
        return switch (e.reason()) {
            case BookingRefusal.NoSuchSlot _,
                    BookingRefusal.NoSuchPerson _,
                    BookingRefusal.NoSuchBooking _,
                    BookingRefusal.NoSuchHold _,
                    BookingRefusal.NoSuchWalkIn _,
                    BookingRefusal.NoSuchHub _ -> Problem.notFound();
            case BookingRefusal.SlotFull(var alternatives) ->
                withAlternatives(CONFLICT, "slot-full", "The last place in this slot has gone.", alternatives);
            case BookingRefusal.SlotOver(var alternatives) ->
                withAlternatives(CONFLICT, "slot-over", "This slot is over.", alternatives);
            case BookingRefusal.HoldExpired(var alternatives) ->
                withAlternatives(GONE, "hold-expired", "This place was kept for ten minutes.", alternatives);
            case BookingRefusal.NoMorePlaces _ ->
                Problem.of(CONFLICT, "no-more-places", "This slot cannot have more places.");
            case BookingRefusal.AlreadyBooked _ ->
                Problem.of(CONFLICT, "already-booked", "This person has a place in this slot already.");
            case BookingRefusal.AskedInTheFuture _ ->
                Problem.invalid("askedOn", "AskedInTheFuture", "The day they asked must be today or before.");
            case BookingRefusal.NotToday(var day) ->
                Problem.of(
                        CONFLICT,
                        "not-today",
                        "This booking is for " + day + ". A person can be checked in on that day, the day before or"
                                + " the day after.");
            case BookingRefusal.NotStarted _ ->
                Problem.of(CONFLICT, "not-started", "The time of this booking is not yet come.");
            case BookingRefusal.WrongStatus(var status) -> {
                var problem = Problem.of(CONFLICT, "wrong-status", "This has another status by now.");
                problem.setProperty("status", status);
                yield problem;
            }
            case BookingRefusal.MovedMeanwhile _ ->
                Problem.of(CONFLICT, "moved-meanwhile", "Somebody has just moved this booking. Look at the day again.");
            case BookingRefusal.TooLateToUndo _ ->
                Problem.of(
                        CONFLICT,
                        "too-late-to-undo",
                        "Only your own last change can be undone, and only for two minutes.");
        };
    }

    private static ProblemDetail withAlternatives(
            HttpStatus status, String type, String detail, List<SlotTime> alternatives) {
        var problem = Problem.of(status, type, detail);
        problem.setProperty(
                "alternatives",
                alternatives.stream().map(slot -> FreeSlot.of(slot, false)).toList());
        return problem;
    }
}

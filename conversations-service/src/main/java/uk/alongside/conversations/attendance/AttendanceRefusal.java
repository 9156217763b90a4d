package uk.alongside.conversations.attendance;

import java.time.LocalDate;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a record of a person's attendance, or a change of one, is rejected. */
public sealed interface AttendanceRefusal extends Refusal {

    @ProblemType(type = "not-today", detail = "This is for {day}. Record on that day that a person has come.")
    record NotToday(LocalDate day) implements AttendanceRefusal {}

    /** Another member of staff has changed the booking or walk-in. The new status shows the change. */
    @ProblemType(
            type = "wrong-status",
            detail = "Another member of staff has changed this. It is now \"{bookingStatus}\". Look at the day again.")
    record WrongStatus(String bookingStatus) implements AttendanceRefusal {}

    @ProblemType(
            type = "too-late-to-undo",
            detail = "Only your own last change can be undone, and only for two minutes.")
    record TooLateToUndo() implements AttendanceRefusal {}

    @ProblemType(
            type = "wrong-times",
            detail = "Give each time that the status needs, in the order arrived, started, finished, and none in the"
                    + " future.")
    record WrongTimes() implements AttendanceRefusal {}

    @ProblemType(type = "nothing-to-correct", detail = "The record says this already.")
    record NothingToCorrect() implements AttendanceRefusal {}
}

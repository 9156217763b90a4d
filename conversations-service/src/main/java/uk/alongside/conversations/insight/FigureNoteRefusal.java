package uk.alongside.conversations.insight;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a note on a figure is not added, changed or removed. */
sealed interface FigureNoteRefusal extends Refusal {

    @InvalidField(field = "day", detail = "The day must be today or before.")
    record NoteInTheFuture() implements FigureNoteRefusal {}

    @ProblemType(type = "too-many-notes", detail = "A figure has at most 50 notes. Remove one first.")
    record TooManyNotes() implements FigureNoteRefusal {}

    /** Another member of staff has changed the note since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this note. Look at it and send the change again.")
    record StaleNote(FigureNoteView current) implements FigureNoteRefusal {}
}

package uk.alongside.conversations.evidence;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.util.List;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a note of evidence or a report is not written, changed or published. */
sealed interface EvidenceRefusal extends Refusal {

    @InvalidField(field = "statement", detail = "The quality statement or the kind of evidence does not exist.")
    record NoSuchCell() implements EvidenceRefusal {}

    @ProblemType(
            type = "too-many-evidence-notes",
            detail = "A council has at most 200 notes of evidence. Remove one first.")
    record TooManyEvidenceNotes() implements EvidenceRefusal {}

    /** Another member of staff has changed the note since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this note. Look at it and send the change again.")
    record StaleEvidenceNote(EvidenceNoteView current) implements EvidenceRefusal {}

    @ProblemType(
            type = "evidence-draft-exists",
            detail = "There is a draft of a report already. Go on with it, or delete it first.")
    record DraftExists() implements EvidenceRefusal {}

    /** Another member of staff has changed the draft since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this draft. Look at it and send the change again.")
    record StaleDraft(DraftView current) implements EvidenceRefusal {}

    @ProblemType(
            type = "report-sections-empty",
            detail = "Every section of a report needs a text. Write in those that are empty, and publish again.")
    record EmptySections(List<Report.Section> sections) implements EvidenceRefusal {}

    /** The definition of a figure has changed since the figures of the draft were taken. */
    @ProblemType(
            type = "figure-definition-changed",
            detail =
                    "Figures are defined differently since this draft took them. Take the figures and notes again, read"
                            + " the report, and publish it then.")
    record DefinitionChanged() implements EvidenceRefusal {}
}

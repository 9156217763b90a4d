package uk.alongside.conversations.sheet;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which sheets are not exchanged, sharing is not changed, or a correction is not taken. */
sealed interface SheetRefusal extends Refusal {

    /** A sheet that tenant-service holds has other cells than the sealed sheet here. */
    @ProblemType(
            type = "other-sheet-held",
            detail = "A sheet of this period was sealed with other numbers. Nothing was changed.")
    record OtherSheetHeld() implements SheetRefusal {}

    /** Another lead has changed it since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another lead has changed what the council shares. Look at it and send the change again.")
    record StaleSharing(SharingView current) implements SheetRefusal {}

    @ProblemType(
            type = "sharing-is-off",
            detail = "The council does not share its figures now, so a correction would not leave it. Turn sharing on"
                    + " first.")
    record SharingIsOff() implements SheetRefusal {}

    @ProblemType(
            type = "correction-used",
            detail = "The figures of one year can be corrected once, and that has been done. Wait for the next year.")
    record CorrectionUsed() implements SheetRefusal {}
}

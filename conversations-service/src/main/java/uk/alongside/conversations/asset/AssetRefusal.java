package uk.alongside.conversations.asset;

import org.springframework.http.HttpStatus;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a community asset is not created or changed. */
sealed interface AssetRefusal extends Refusal {

    @InvalidField(field = "website", code = "Unusable", detail = "The web address must start with http:// or https://.")
    record WebsiteUnusable() implements AssetRefusal {}

    @InvalidField(field = "checkedOn", code = "Future", detail = "The day of the last check must not be in the future.")
    record CheckedLater() implements AssetRefusal {}

    /** A spreadsheet would run the text as a formula. */
    @InvalidField(detail = "This text must not start with =, +, - or @: a spreadsheet would run it as a formula.")
    record StartsLikeFormula(String field) implements AssetRefusal {}

    /** Another asset has this name. */
    @ProblemType(
            type = "asset-exists",
            detail =
                    "A community asset with this name is on the list, or was taken off it. Open it, or enter another name.")
    record AssetExists() implements AssetRefusal {}

    /** Another member of staff has changed the asset since the caller read it. */
    @ProblemType(
            status = HttpStatus.PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this community asset. Compare the details and send the change"
                    + " again.")
    record StaleAsset(AssetView current) implements AssetRefusal {}
}

package uk.alongside.conversations.hub;

import java.time.DayOfWeek;
import org.springframework.http.HttpStatus;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a request about a hub or a room is rejected. */
sealed interface HubRefusal extends Refusal {

    @InvalidField(field = "postcode", code = "Unreadable", detail = "Enter a full UK postcode, like HX1 1UJ.")
    record PostcodeUnreadable() implements HubRefusal {}

    @InvalidField(field = "website", code = "Unusable", detail = "The web address must start with http:// or https://.")
    record WebsiteUnusable() implements HubRefusal {}

    /** The hub closes at the moment it opens, or two openings on one day overlap. */
    @InvalidField(
            field = "openingHours",
            detail = "On {day} the closing time must differ from the opening time, and times must not overlap.")
    record HoursUnclear(DayOfWeek day) implements HubRefusal {}

    /** A spreadsheet would run the text as a formula. */
    @InvalidField(detail = "This text must not start with =, +, - or @: a spreadsheet would run it as a formula.")
    record StartsLikeFormula(String field) implements HubRefusal {}

    /** Another hub has this name and postcode. */
    @ProblemType(
            type = "hub-exists",
            detail = "A hub with this name and postcode exists already. Open it, or enter another name.")
    record HubExists() implements HubRefusal {}

    @ProblemType(type = "room-exists", detail = "This hub has a room with this name already. Enter another name.")
    record RoomExists() implements HubRefusal {}

    /** Another member of staff has changed the hub since the caller read it. */
    @ProblemType(
            status = HttpStatus.PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this hub. Compare the details and send the change again.")
    record StaleVersion(HubView current) implements HubRefusal {}
}

package uk.alongside.conversations.person;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.conversations.council.SetUpMode;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a request about a person is refused. */
sealed interface PersonRefusal extends Refusal {

    @InvalidField(
            field = "phone",
            detail = "Enter a phone number or an e-mail address, or say that they want no contact.")
    record ContactNeeded() implements PersonRefusal {}

    @InvalidField(
            field = "phone",
            detail = "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192.")
    record PhoneNotDialable() implements PersonRefusal {}

    @InvalidField(field = "dateOfBirth", detail = "The date of birth must be in the past.")
    record BornInTheFuture() implements PersonRefusal {}

    @InvalidField(field = "dateOfBirth", detail = "The date of birth must be after 1899.")
    record BornTooLongAgo() implements PersonRefusal {}

    @InvalidField(field = "street", detail = "Enter the street without the number of the house.")
    record StreetWithHouseNumber() implements PersonRefusal {}

    @InvalidField(
            field = "nhsNumber",
            detail = "Enter the ten digits of the NHS number, like 943 476 5919, or leave it out.")
    record NhsNumberMistyped() implements PersonRefusal {}

    @InvalidField(
            field = "nhsNumber",
            detail = "Another person has this NHS number. Search for the number to find them.")
    record NhsNumberTaken() implements PersonRefusal {}

    @ProblemType(
            type = "set-up-people-limit",
            detail = "Until your council is live, up to " + SetUpMode.MOST_PEOPLE + " people can be added.")
    record SetUpFull() implements PersonRefusal {}

    /** The person turned out to be another one, whose details are the ones to change. */
    @ProblemType(
            type = "person-merged",
            detail = "This person was merged into another person. Change the details of the other person.")
    record PersonMerged(PersonId keptId) implements PersonRefusal {}

    /** Another member of staff has changed the person since the caller read them. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this person. Compare the details and send the change again.")
    record StaleVersion(PersonView current) implements PersonRefusal {}
}

package uk.alongside.conversations.drill;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which the people behind a figure are not shown. */
sealed interface DrillRefusal extends Refusal {

    @ProblemType(
            status = FORBIDDEN,
            type = "people-for-practitioners",
            detail = "This figure is about conversations. Only practitioners see the people behind it.")
    record PeopleForPractitioners() implements DrillRefusal {}
}

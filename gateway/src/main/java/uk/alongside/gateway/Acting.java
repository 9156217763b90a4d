package uk.alongside.gateway;

import java.io.Serializable;

/** The choice a signed-in person currently works under. */
sealed interface Acting extends Serializable {

    /** Works for one council. */
    record ForCouncil(Choice council) implements Acting {}

    /** Works as operator, for no council. */
    record AsOperator() implements Acting {}
}

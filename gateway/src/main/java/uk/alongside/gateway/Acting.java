package uk.alongside.gateway;

import java.io.Serializable;

/** For whom a signed-in person works at the moment. */
sealed interface Acting extends Serializable {

    /** For one council. */
    record ForCouncil(Choice council) implements Acting {}

    /** As operator, for no council. */
    record AsOperator() implements Acting {}
}

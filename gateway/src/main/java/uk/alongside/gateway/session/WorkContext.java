package uk.alongside.gateway.session;

import java.io.Serializable;

/** The choice a signed-in person currently works under. */
public sealed interface WorkContext extends Serializable {

    /** Works for one council. */
    record ForCouncil(Choice council) implements WorkContext {}

    /** Works as operator, for no council. */
    record AsOperator() implements WorkContext {}
}

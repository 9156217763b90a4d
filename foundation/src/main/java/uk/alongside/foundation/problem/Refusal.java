package uk.alongside.foundation.problem;

/**
 * A reason why a request cannot be carried out: a record with the facts, marked {@link ProblemType} or
 * {@link InvalidField}, which say how it is answered.
 */
public interface Refusal {

    /** Returns the exception that carries this refusal, to be thrown. */
    default Refused refused() {
        return new Refused(this);
    }

    /** Says what happened and what to do next. Safe for any member of the public to read. */
    default String detail() {
        return Refusals.detail(this);
    }
}

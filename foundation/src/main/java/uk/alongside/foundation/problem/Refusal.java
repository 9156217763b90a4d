package uk.alongside.foundation.problem;

import java.util.List;

/**
 * A reason to refuse a request: a record with the facts. The annotation {@link ProblemType} or {@link InvalidField}
 * says how it is answered.
 */
public interface Refusal {

    /** Returns an exception that carries this refusal, ready to throw. */
    default Refused refused() {
        return new Refused(List.of(this));
    }

    /** Returns the problem detail, which is safe for any member of the public. */
    default String detail() {
        return Refusals.detail(this);
    }
}

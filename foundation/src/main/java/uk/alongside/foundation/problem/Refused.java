package uk.alongside.foundation.problem;

/** The one exception that carries a refusal to its answer. Throwing it rolls back the transaction. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    Refused(Refusal reason) {
        // The message is the type's name only: a refusal's facts may hold personal data, and messages end up in
        // logs.
        super(reason.getClass().getSimpleName());
        this.reason = reason;
    }

    /** Returns the exception for a resource that does not exist or belongs to another council. */
    public static Refused notFound() {
        return new NotFound().refused();
    }

    /** Returns the refusal to answer. */
    public Refusal reason() {
        return reason;
    }
}

package uk.alongside.foundation.problem;

/** The one exception that carries a refusal to its answer. Rolls back the transaction. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    Refused(Refusal reason) {
        // The name only: a refusal's facts may hold a person's data, and messages end up in logs.
        super(reason.getClass().getSimpleName());
        this.reason = reason;
    }

    /** Returns the exception for what does not exist, or belongs to another council. */
    public static Refused notFound() {
        return new NotFound().refused();
    }

    /** Returns the reason, to be answered. */
    public Refusal reason() {
        return reason;
    }
}

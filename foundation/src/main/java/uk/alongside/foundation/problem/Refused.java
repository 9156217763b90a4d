package uk.alongside.foundation.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The one exception that carries a refusal, or several, to its answer. Throwing it rolls back the transaction. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> reasons;

    Refused(List<? extends Refusal> reasons) {
        // The message has the types' names only: a refusal's facts may hold personal data, and messages end up in
        // logs.
        super(reasons.stream().map(reason -> reason.getClass().getSimpleName()).collect(Collectors.joining(", ")));
        this.reasons = List.copyOf(reasons);
    }

    /**
     * Returns an exception for several errors in one request, so that a page can show them together. Each of them is
     * an {@link InvalidField}.
     */
    public static Refused together(List<? extends Refusal> reasons) {
        return new Refused(reasons);
    }

    /** Returns the exception for a resource that does not exist or belongs to another council. */
    public static Refused notFound() {
        return new NotFound().refused();
    }

    /** Returns the refusal to answer, or the first of several. */
    public Refusal reason() {
        return reasons.getFirst();
    }

    /** Returns every refusal to answer; there is more than one only if each is an {@link InvalidField}. */
    public List<Refusal> reasons() {
        return reasons;
    }
}

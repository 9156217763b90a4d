package uk.alongside.foundation.wall;

/** Work that needs a council was started without one. There is deliberately no default council. */
public final class NoCouncilBound extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** Creates the exception with a reason that names no council and no person. */
    public NoCouncilBound(String message) {
        super(message);
    }
}

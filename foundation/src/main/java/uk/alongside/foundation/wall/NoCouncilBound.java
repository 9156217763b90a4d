package uk.alongside.foundation.wall;

/** Work that needs a council was started without one. There is no default council, on purpose. */
public final class NoCouncilBound extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** Creates it with the reason, which names no council and no person. */
    public NoCouncilBound(String message) {
        super(message);
    }
}

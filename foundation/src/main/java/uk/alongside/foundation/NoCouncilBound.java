package uk.alongside.foundation;

/** Work that needs a council was started without one. There is no default council, on purpose. */
public final class NoCouncilBound extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NoCouncilBound(String message) {
        super(message);
    }
}

package uk.alongside.conversations.session;

public final class SessionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SessionRefusal reason;

    public SessionRefused(SessionRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    public SessionRefusal reason() {
        return reason;
    }
}

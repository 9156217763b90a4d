package uk.alongside.conversations.talkingpoint;

final class SessionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SessionRefusal reason;

    SessionRefused(SessionRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    SessionRefusal reason() {
        return reason;
    }
}

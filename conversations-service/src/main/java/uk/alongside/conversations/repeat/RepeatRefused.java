package uk.alongside.conversations.repeat;

final class RepeatRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RepeatRefusal reason;

    RepeatRefused(RepeatRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    RepeatRefusal reason() {
        return reason;
    }
}

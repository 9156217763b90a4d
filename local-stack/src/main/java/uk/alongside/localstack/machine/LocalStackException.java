package uk.alongside.localstack.machine;

/** Something that the person at the keyboard has to know; the message is a sentence for them. */
public final class LocalStackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}

package uk.alongside.localstack.machine;

/** A failure that the developer has to know about; the message is a sentence for the terminal. */
public final class LocalStackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}

package uk.alongside.tenant.delivery;

/**
 * The peer could not be told. Carries a status and no body: what is told is about people, and this ends
 * up in a log.
 */
public final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotDelivered(String reason) {
        super(reason);
    }
}

package uk.alongside.tenant.delivery;

/**
 * A delivery failed. The exception carries a status and no body, because deliveries are about people and the exception
 * ends up in a log.
 */
public final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotDelivered(String reason) {
        super(reason);
    }
}

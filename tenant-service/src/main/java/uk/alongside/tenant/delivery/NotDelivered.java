package uk.alongside.tenant.delivery;

/**
 * A delivery failed. The exception carries a status and no body, because deliveries are about people and the exception
 * ends up in a log.
 */
public final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean refused;

    NotDelivered(String reason) {
        super(reason);
        this.refused = false;
    }

    /** Makes the failure of a request that the peer answered with this status. */
    NotDelivered(int status) {
        super("answered " + status);
        this.refused = status >= 400 && status < 500;
    }

    /** Returns whether the peer refused the request, so that the same request has no more success later. */
    public boolean isRefused() {
        return refused;
    }
}

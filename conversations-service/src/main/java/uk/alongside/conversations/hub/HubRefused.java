package uk.alongside.conversations.hub;

final class HubRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HubRefusal reason;

    HubRefused(HubRefusal reason) {
        super(reason.getClass().getSimpleName());
        this.reason = reason;
    }

    HubRefusal reason() {
        return reason;
    }
}

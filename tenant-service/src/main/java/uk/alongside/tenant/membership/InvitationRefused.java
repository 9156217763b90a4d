package uk.alongside.tenant.membership;

/** An invitation can no longer be used or changed. */
final class InvitationRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient InvitationRefusal reason;

    InvitationRefused(InvitationRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    InvitationRefusal reason() {
        return reason;
    }
}

package uk.alongside.tenant.membership;

/** A change of members was refused. */
final class MemberRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient MemberRefusal reason;

    MemberRefused(MemberRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    MemberRefusal reason() {
        return reason;
    }
}

package uk.alongside.tenant.agreement;

/** An acceptance was refused. */
final class AgreementRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient AgreementRefusal reason;

    AgreementRefused(AgreementRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    AgreementRefusal reason() {
        return reason;
    }
}

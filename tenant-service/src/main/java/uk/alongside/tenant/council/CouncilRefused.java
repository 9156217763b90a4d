package uk.alongside.tenant.council;

/** An operator's request about a council was refused. */
final class CouncilRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient CouncilRefusal reason;

    CouncilRefused(CouncilRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    CouncilRefusal reason() {
        return reason;
    }
}

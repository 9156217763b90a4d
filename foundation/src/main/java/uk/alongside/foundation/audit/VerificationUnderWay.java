package uk.alongside.foundation.audit;

/** Somebody is verifying this council's chain already. One reads all of it, so two at once take nobody further. */
final class VerificationUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1;

    VerificationUnderWay() {
        super("This chain is being verified.");
    }
}

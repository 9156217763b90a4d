package uk.alongside.tenant.blueprint;

/** A decision on the blueprint was refused. */
final class BlueprintRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient BlueprintRefusal reason;

    BlueprintRefused(BlueprintRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    BlueprintRefusal reason() {
        return reason;
    }
}

package uk.alongside.foundation.proofs;

/** The database does not satisfy the proofs, so nothing may be served from it. */
public final class WallViolated extends IllegalStateException {

    private static final long serialVersionUID = 1;

    WallViolated(String message) {
        super(message);
    }
}

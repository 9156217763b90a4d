package uk.alongside.foundation.wall;

/** The database is not what the proofs say it must be; nothing may be served from it. */
public final class WallViolated extends IllegalStateException {

    private static final long serialVersionUID = 1;

    WallViolated(String message) {
        super(message);
    }
}

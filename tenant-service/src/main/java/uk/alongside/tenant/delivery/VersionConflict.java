package uk.alongside.tenant.delivery;

/**
 * The peer holds other bytes under this version, as after a restore from a backup. This service has the authority, so
 * it sends the same state again under its next version.
 */
public final class VersionConflict extends Exception {

    private static final long serialVersionUID = 1;
}

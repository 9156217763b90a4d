package uk.alongside.conversations.projection;

/** Thrown when one version arrives again with different content. The two services disagree, and a person must look. */
final class VersionConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VersionConflict() {
        super("the same version with other content");
    }
}

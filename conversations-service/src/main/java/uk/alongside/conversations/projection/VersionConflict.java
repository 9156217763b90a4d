package uk.alongside.conversations.projection;

/** The same version arrived with other content: the two services disagree, and a person must look. */
final class VersionConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VersionConflict() {
        super("the same version with other content");
    }
}

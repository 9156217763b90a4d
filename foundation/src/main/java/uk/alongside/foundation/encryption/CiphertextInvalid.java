package uk.alongside.foundation.encryption;

/**
 * A stored ciphertext that this service did not write at this place, or whose key is not known. It is an error of the
 * system and never an answer that a caller can cause, so it is answered with 500. It holds no text.
 */
public final class CiphertextInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CiphertextInvalid(String why) {
        super("A ciphertext cannot be decrypted. " + why);
    }
}

package uk.alongside.foundation.encryption;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in Galois/Counter Mode, as the JDK has it. The result is a random nonce of 96 bits and then the ciphertext with
 * its tag of 128 bits. The associated data is not in the result: decryption needs the same data.
 */
final class AesGcm {

    static final int NONCE = 12;
    static final int TAG = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static byte[] newKey() {
        return random(32);
    }

    static byte[] encrypt(byte[] key, byte[] plaintext, byte[] associated) {
        var nonce = random(NONCE);
        try {
            return join(
                    nonce, cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plaintext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES/GCM/NoPadding.", e);
        }
    }

    /** Decrypts, or throws {@link CiphertextInvalid} if the key, the ciphertext or the associated data is another. */
    static byte[] decrypt(byte[] key, byte[] ciphertext, byte[] associated) {
        if (ciphertext.length < NONCE + TAG) {
            throw new CiphertextInvalid("It is too short.");
        }
        var buffer = ByteBuffer.wrap(ciphertext);
        var nonce = new byte[NONCE];
        buffer.get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, associated)
                    .doFinal(ciphertext, NONCE, ciphertext.length - NONCE);
        } catch (AEADBadTagException _) {
            throw new CiphertextInvalid("It was altered, or belongs to another council, column, row or key.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES/GCM/NoPadding.", e);
        }
    }

    /** Returns the 16 bytes of an id. */
    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}

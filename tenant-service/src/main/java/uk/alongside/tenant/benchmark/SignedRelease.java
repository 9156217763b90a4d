package uk.alongside.tenant.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * A release as it was signed. It never changes.
 *
 * @param file the exact text; its bytes are UTF-8
 * @param key the id of the key that signed
 * @param signature Ed25519 over the bytes, in base64
 * @param restates the earlier releases that it replaces
 */
record SignedRelease(
        Quarter period, LocalDate madeOn, String file, String key, String signature, List<Quarter> restates) {

    SignedRelease {
        restates = List.copyOf(restates);
    }

    byte[] bytes() {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    ReleaseFile content() {
        return ReleaseFile.read(file);
    }

    /** Returns the SHA-256 of the bytes, in hexadecimal. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

package uk.alongside.foundation.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A digest or authentication code of 32 bytes, compared by value and written as hex in text and JSON. */
public final class Digest {

    private final byte[] bytes;

    Digest(byte[] bytes) {
        this.bytes = bytes.clone();
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A digest has 32 bytes.");
        }
    }

    /** Parses 64 hex digits. */
    @JsonCreator
    public static Digest of(String hex) {
        return new Digest(HexFormat.of().parseHex(hex));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    @JsonValue
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}

package uk.alongside.conversations.council;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One version of a council's logo, as a PNG. The version has no picture if the council removed its logo. */
@SuppressWarnings("ArrayRecordComponent") // compared by isSameAs
public record CouncilLogo(long version, byte @Nullable [] png) {

    public boolean isSameAs(CouncilLogo other) {
        return version == other.version && Arrays.equals(png, other.png);
    }
}

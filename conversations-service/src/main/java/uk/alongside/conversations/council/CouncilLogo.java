package uk.alongside.conversations.council;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One version of a council's logo, as a PNG; without one if the council took it away. */
@SuppressWarnings("ArrayRecordComponent") // compared by isSameAs
public record CouncilLogo(long version, byte @Nullable [] png) {

    public boolean isSameAs(CouncilLogo other) {
        return version == other.version && Arrays.equals(png, other.png);
    }
}

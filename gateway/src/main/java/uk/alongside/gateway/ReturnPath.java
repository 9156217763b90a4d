package uk.alongside.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The page to go back to after signing in: one of ours, and never another site. */
final class ReturnPath {

    static final String START = "/";

    private ReturnPath() {}

    /** The path asked for, or the start page if it could lead anywhere else. */
    static String of(@Nullable String asked) {
        if (asked == null || asked.length() > 500 || !asked.startsWith("/") || asked.startsWith("//")) {
            return START;
        }
        return isAddress(asked) && !FrontendPages.isReserved(asked) ? asked : START;
    }

    private static boolean isAddress(String asked) {
        try {
            return new URI(asked).toASCIIString().equals(asked);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

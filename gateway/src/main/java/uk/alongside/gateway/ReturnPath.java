package uk.alongside.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The page to return to after sign-in. It is always on this site. */
final class ReturnPath {

    static final String START = "/";

    private ReturnPath() {}

    /** Returns the requested path, or the start page if the path could lead to another site. */
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

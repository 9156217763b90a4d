package uk.alongside.gateway.signin;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import uk.alongside.gateway.frontend.FrontendPages;

/** The page to return to after sign-in. It is always on this site. */
final class ReturnPath {

    static final String START = "/";

    private ReturnPath() {}

    /**
     * Returns the requested path as a browser would open it, without dot segments, or the start page if the path could
     * lead to another site or is not a page.
     */
    static String of(@Nullable String asked) {
        if (asked == null || asked.length() > 500 || !asked.startsWith("/")) {
            return START;
        }
        try {
            var address = new URI(asked);
            if (!address.toASCIIString().equals(asked) || !address.getRawPath().matches("/[^%]*")) {
                return START;
            }
            var page = address.normalize().toString();
            return page.startsWith("//") || page.startsWith("/..") || FrontendPages.isReserved(page) ? START : page;
        } catch (URISyntaxException e) {
            return START;
        }
    }
}

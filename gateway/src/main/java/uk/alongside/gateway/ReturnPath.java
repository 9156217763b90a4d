package uk.alongside.gateway;

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
        var plain = asked.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return plain && !FrontendPages.isReserved(asked) ? asked : START;
    }
}

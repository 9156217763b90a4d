package uk.alongside.foundation.web;

import org.springframework.http.ETag;

/** Writes the version of a resource as its ETag: version 3 is {@code "3"}. */
public final class ETags {

    /** Matches no stored version. */
    static final long NO_VERSION = -1;

    private static final int MOST_DIGITS = 18;

    private ETags() {}

    /** Returns the ETag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Returns the version in an {@code If-Match} header. A proxy that compresses marks an ETag as weak; it counts all the same. */
    static long version(String ifMatch) {
        var tags = ETag.parse(ifMatch);
        if (tags.size() != 1) {
            return NO_VERSION;
        }
        var tag = tags.getFirst().tag();
        return !tag.isEmpty() && tag.length() <= MOST_DIGITS && tag.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(tag)
                : NO_VERSION;
    }
}

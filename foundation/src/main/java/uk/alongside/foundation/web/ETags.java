package uk.alongside.foundation.web;

import org.springframework.http.ETag;

/** Writes a resource's version as its ETag: version 3 is {@code "3"}. */
public final class ETags {

    /** A version that no resource has. */
    static final long NO_VERSION = -1;

    private static final int MOST_DIGITS = 18;

    private ETags() {}

    /** Returns the ETag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Returns the version in an {@code If-Match} header. A weak ETag is accepted too, because a proxy that compresses
     * marks ETags as weak.
     */
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

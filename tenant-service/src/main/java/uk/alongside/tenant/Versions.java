package uk.alongside.tenant;

import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;
import uk.alongside.foundation.Problem;

/** The version of what is edited, as it travels in {@code ETag} and {@code If-Match}. */
public final class Versions {

    /** Is the version of nothing, so whoever expects it is told what there is now. */
    private static final long NONE = -1;

    /** A proxy that compresses marks an ETag as weak; the version in it is the same. */
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** The version that the caller has read and now changes; required, or somebody else's change would be lost. */
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ErrorResponseException(
                    PRECONDITION_REQUIRED,
                    Problem.of(
                            PRECONDITION_REQUIRED,
                            "if-match-required",
                            "Send a header If-Match with the ETag of what you read."),
                    null);
        }
        var etag = ETAG.matcher(ifMatch.strip());
        return etag.matches() ? Long.parseLong(etag.group(1)) : NONE;
    }
}

package uk.alongside.foundation.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The short hash that stands for a council in measurements, logs and traces. Operators can tell two councils apart and
 * can find a council whose id they know.
 */
public final class CouncilTag {

    /** The name of the field in logs. */
    public static final String IN_LOGS = "council";

    /** The highest number of councils with a tag of their own. England has 153 that may join. */
    static final int AT_MOST = 400;

    static final String OTHERS = "others";

    private static final int BYTES = 4;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** Returns eight hexadecimal digits of the SHA-256 digest of the council's id. */
    public static String of(UUID council) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(council.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the council's tag for a measurement, of which there are never more than {@link #AT_MOST} and one. */
    String bounded(UUID council) {
        var tag = of(council);
        return known.contains(tag) || (known.size() < AT_MOST && known.add(tag)) ? tag : OTHERS;
    }
}

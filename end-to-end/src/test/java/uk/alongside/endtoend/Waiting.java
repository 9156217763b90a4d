package uk.alongside.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * Waits for changes that the product makes a moment later. The limit is long, because a busy machine is slow and not
 * wrong.
 */
final class Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(90);

    private Waiting() {}

    static void until(String what, Callable<Boolean> happened) throws Exception {
        until(what, LONGEST, happened);
    }

    static void until(String what, Duration longest, Callable<Boolean> happened) throws Exception {
        var end = Instant.now().plus(longest);
        while (!happened.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("did not happen in " + longest.toSeconds() + " seconds: " + what);
            }
            Thread.sleep(100);
        }
    }
}

package uk.alongside.localstack.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints what is being done and how long it took. */
final class Progress {

    private final PrintStream out;
    private final Instant begin = Instant.now();

    Progress(PrintStream out) {
        this.out = out;
    }

    <T> T step(String what, Supplier<T> work) {
        say(what + " ...");
        var start = Instant.now();
        var result = work.get();
        say(what + ": done in " + seconds(Duration.between(start, Instant.now())));
        return result;
    }

    void say(String words) {
        out.printf(Locale.ROOT, "%7s  %s%n", seconds(Duration.between(begin, Instant.now())), words);
        out.flush();
    }

    void print(String lines) {
        out.println(lines);
        out.flush();
    }

    Duration elapsed() {
        return Duration.between(begin, Instant.now());
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}

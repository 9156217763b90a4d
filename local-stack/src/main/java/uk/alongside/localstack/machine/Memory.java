package uk.alongside.localstack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures the memory of processes. */
public final class Memory {

    private Memory() {}

    /** The KiB of a process and its descendants. Linux counts shared pages once; other systems count them every time. */
    public static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> kibibytes(one.pid()))
                .sum();
    }

    public static String words(long kibibytes) {
        return String.format(Locale.ROOT, "%d MiB", Math.round(kibibytes / 1024.0));
    }

    private static long kibibytes(long pid) {
        try {
            var rollup = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
            if (Files.isReadable(rollup)) {
                return Files.readAllLines(rollup).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            }
            var answer = Command.run(List.of("ps", "-o", "rss=", "-p", String.valueOf(pid)));
            return answer.output().matches("\\d+") ? Long.parseLong(answer.output()) : 0;
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}

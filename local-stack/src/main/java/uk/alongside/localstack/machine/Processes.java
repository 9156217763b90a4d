package uk.alongside.localstack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Processes of this machine, told apart by a word of their command line that nothing else would have. */
public final class Processes {

    private Processes() {}

    /** The process in this pid file, if it lives and is the one meant: a number may have been given to another since. */
    public static Optional<ProcessHandle> inFile(Path pidFile, String marker) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(pidFile);
            if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(Processes::isAlive)
                    .filter(process -> carries(process, marker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that carry the marker, whether or not a pid file is left of them. */
    public static List<ProcessHandle> carrying(String marker) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> carries(process, marker))
                .toList();
    }

    public static boolean carries(ProcessHandle process, String marker) {
        var info = process.info();
        return info.arguments()
                        .map(arguments -> List.of(arguments).contains(marker))
                        .orElse(false)
                || info.commandLine().map(line -> line.contains(marker)).orElse(false);
    }

    /** Asks to end, waits, and insists when that did not help. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ended(process, patience)) {
            process.destroyForcibly();
            if (!ended(process, Duration.ofSeconds(10))) {
                throw new LocalStackException("Process " + process.pid() + " does not end; end it by hand.");
            }
        }
    }

    /** A process that ended but that nobody waited for still has its number: in a container that may last. */
    public static boolean isAlive(ProcessHandle process) {
        var stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        try {
            if (Files.exists(stat)) {
                var fields = Files.readString(stat);
                return fields.charAt(fields.lastIndexOf(')') + 2) != 'Z';
            }
        } catch (IOException ended) {
            return false;
        }
        return process.isAlive();
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        return waitFor(patience, () -> isAlive(process) ? Optional.empty() : Optional.of(process))
                .isPresent();
    }

    /** Asks again and again until there is an answer; empty when there was none in time. */
    public static <T> Optional<T> waitFor(Duration patience, Supplier<Optional<T>> question) {
        var end = Instant.now().plus(patience);
        while (true) {
            var answer = question.get();
            if (answer.isPresent() || Instant.now().isAfter(end)) {
                return answer;
            }
            pause(Duration.ofMillis(100));
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted.", e);
        }
    }
}

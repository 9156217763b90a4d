package uk.alongside.localstack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds and stops processes by a marker: a word of the command line that no other process has. */
public final class Processes {

    private Processes() {}

    /**
     * Returns the process of a pid file, if the process is alive and has the marker. Another process may have its
     * number now.
     */
    public static Optional<ProcessHandle> inFile(Path pidFile, String marker) {
        try {
            var lines = Files.readAllLines(pidFile);
            if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(Processes::isAlive)
                    .filter(process -> hasMarker(process, marker));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all processes that have the marker, with or without a pid file. */
    public static List<ProcessHandle> withMarker(String marker) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> hasMarker(process, marker))
                .toList();
    }

    public static boolean hasMarker(ProcessHandle process, String marker) {
        var info = process.info();
        return info.arguments()
                        .map(arguments -> List.of(arguments).contains(marker))
                        .orElse(false)
                || info.commandLine().map(line -> line.contains(marker)).orElse(false);
    }

    /** Asks a process to end, and kills it if it has not ended in time. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ended(process, patience)) {
            process.destroyForcibly();
            if (!ended(process, Duration.ofSeconds(10))) {
                throw new LocalStackException("Process " + process.pid() + " does not end; end it by hand.");
            }
        }
    }

    /**
     * Returns whether the process runs. A zombie does not run: without an init process a container can keep it for
     * hours.
     */
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

    /** Repeats the question until it has an answer. The result is empty if there was no answer in time. */
    public static <T> Optional<T> waitFor(Duration patience, Supplier<Optional<T>> question) {
        var end = Instant.now().plus(patience);
        // Most answers come soon, and a question costs time too.
        for (int pause = 5; ; pause = Math.min(100, pause * 2)) {
            var answer = question.get();
            if (answer.isPresent() || Instant.now().isAfter(end)) {
                return answer;
            }
            pause(Duration.ofMillis(pause));
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

package uk.alongside.localstack.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port, as far as this user may know. */
public final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    /** In words for a sentence: "java (process 123)", or that somebody does. */
    public static String of(int port) {
        return process(port)
                .map(process -> process.info()
                                .command()
                                .map(command -> String.valueOf(Path.of(command).getFileName()))
                                .orElse("a process")
                        + " (process " + process.pid() + ")")
                .orElse("a process that cannot be named, perhaps another user's");
    }

    public static Optional<ProcessHandle> process(int port) {
        return Files.isDirectory(Path.of("/proc/net")) ? byProc(port) : byLsof(port);
    }

    private static Optional<ProcessHandle> byProc(int port) {
        var sockets = new HashSet<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var line : lines(Path.of(table))) {
                var fields = line.strip().split("\\s+", -1);
                if (fields.length > 9 && fields[3].equals(LISTENING) && fields[1].endsWith(":%04X".formatted(port))) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            }
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holdsOne(process.pid(), sockets))
                        .findFirst();
    }

    private static boolean holdsOne(long pid, Set<String> sockets) {
        try (var descriptors = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException gone) {
                    return false;
                }
            });
        } catch (IOException endedOrAnothers) {
            return false;
        }
    }

    private static Optional<ProcessHandle> byLsof(int port) {
        try {
            var found = Command.run(List.of("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN"));
            return found.output()
                    .lines()
                    .findFirst()
                    .filter(line -> line.matches("\\d+"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
        } catch (java.io.UncheckedIOException noLsof) {
            return Optional.empty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            return new ArrayList<>();
        }
    }
}

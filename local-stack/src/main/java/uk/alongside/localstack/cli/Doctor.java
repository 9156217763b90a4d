package uk.alongside.localstack.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.Part;
import uk.alongside.localstack.machine.Command;
import uk.alongside.localstack.machine.Memory;
import uk.alongside.localstack.machine.Ports;

/** The part of {@code ./alongside doctor} that looks at disk, memory, ports and servers; the script looks for programs. */
final class Doctor {

    private static final long DISK_NEEDED = 3L << 30;
    private static final long MEMORY_NEEDED = 4L << 20;

    private final LocalStack stack;
    private final Progress progress;
    private boolean well = true;

    Doctor(LocalStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Prints all findings. Returns true if none needs to be fixed. */
    boolean run(Path root) {
        disk(root);
        memory();
        root();
        ports();
        servers();
        return well;
    }

    private void disk(Path root) {
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            say(
                    free >= DISK_NEEDED,
                    "disk",
                    String.format(Locale.ROOT, "%.1f GB free", free / 1e9),
                    "Make room: the build, the servers and their data take about 3 GB.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void memory() {
        var file = Path.of("/proc/meminfo");
        try {
            if (Files.exists(file)) {
                long available = Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("MemAvailable:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
                boolean runs = stack.running(Part.KEYCLOAK).isPresent();
                say(
                        runs || available >= MEMORY_NEEDED,
                        "memory",
                        Memory.words(available) + " available",
                        "Close other programs: the whole stack needs about 2 GB, and the build as much again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void root() {
        if ("root".equals(System.getProperty("user.name"))) {
            say(
                    Command.run(List.of("unshare", "-U", "true")).succeeded(),
                    "running as root",
                    "PostgreSQL runs in a user namespace",
                    "PostgreSQL refuses to run as root and this system allows no user namespace (unshare -U)."
                            + " Run ./alongside as another user.");
        }
    }

    private void ports() {
        for (var part : Part.values()) {
            if (stack.isOutside(part)) {
                continue;
            }
            int port = stack.fixedPorts().of(part);
            boolean runs = stack.running(part).isPresent();
            say(
                    runs || Ports.isFree(port),
                    "port " + port,
                    "for " + part.words() + (runs ? ", which runs there" : ", free"),
                    "Used by another program (lsof -i :" + port + " names it), and meant for " + part.words()
                            + ". Stop that program, or choose other ports: ./alongside up --port 9080.");
        }
    }

    private void servers() {
        for (var part : Part.values()) {
            if (part.isManagement()) {
                continue;
            }
            var running = stack.running(part);
            progress.print(String.format(
                    Locale.ROOT,
                    "  --   %-22s %s",
                    part.words(),
                    running.map(process -> "runs as process " + process.pid()).orElse("does not run")));
        }
    }

    private void say(boolean good, String what, String found, String advice) {
        well &= good;
        progress.print(
                String.format(Locale.ROOT, "  %s %-22s %s", good ? "ok  " : "FIX ", what, good ? found : advice));
    }
}

package uk.alongside.localstack.machine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server in a session of its own, so that the server survives the end of its starter and Ctrl-C in that terminal. The
 * command line contains a marker, by which a later run finds the server even without a pid file.
 */
public final class ServerProcess {

    private static final boolean HAS_SETSID = hasSetsid();

    private static final String WRITE_PID_AND_BECOME_THE_SERVER =
            "umask 077; echo $$ > \"$0.new\" && mv \"$0.new\" \"$0\" && exec \"$@\"";

    private final StateFolder state;
    private final String name;
    private final String marker;

    private ServerProcess(StateFolder state, String name, String marker) {
        this.state = state;
        this.name = name;
        this.marker = marker;
    }

    /** A Java server. Its marker is a system property; the command line has to contain {@link #marker()}. */
    public static ServerProcess java(StateFolder state, String name) {
        return new ServerProcess(state, name, "-Dalongside.part=" + state.path() + "/" + name);
    }

    public static ServerProcess marked(StateFolder state, String name, Path marker) {
        return new ServerProcess(state, name, marker.toString());
    }

    public String name() {
        return name;
    }

    public String marker() {
        return marker;
    }

    public Path log() {
        return state.log(name);
    }

    public Optional<ProcessHandle> running() {
        return Processes.inFile(pidFile(), marker)
                .or(() -> Processes.withMarker(marker).stream().findFirst());
    }

    /**
     * Starts the command and returns as soon as the server runs or has failed. The process writes its pid file before it
     * becomes the server, so that a killed starter leaves no server without a pid file.
     */
    public Process start(List<String> command, Map<String, String> environment) {
        var words = new ArrayList<String>();
        if (HAS_SETSID) {
            words.add("setsid");
        } else {
            words.addAll(List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV"));
        }
        words.addAll(List.of(
                "/bin/sh", "-c", WRITE_PID_AND_BECOME_THE_SERVER, pidFile().toString()));
        words.addAll(command);
        var builder = new ProcessBuilder(words)
                .directory(state.path().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        try {
            var started = builder.start();
            // A process has no command line for a moment while it changes from one program to the next.
            Processes.waitFor(
                    Duration.ofSeconds(10),
                    () -> isTheServer(started) || !started.isAlive() ? Optional.of(started) : Optional.empty());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isTheServer(Process started) {
        return started.info()
                .arguments()
                .map(List::of)
                .filter(arguments -> arguments.contains(marker))
                .filter(arguments -> !arguments.contains(WRITE_PID_AND_BECOME_THE_SERVER))
                .isPresent();
    }

    public void stop(Duration patience) {
        running().ifPresent(process -> Processes.end(process, patience));
        Processes.withMarker(marker).forEach(process -> Processes.end(process, patience));
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return state.folder("run").resolve(name + ".pid");
    }

    private static boolean hasSetsid() {
        return List.of("/usr/bin/setsid", "/bin/setsid").stream().anyMatch(path -> Files.isExecutable(Path.of(path)));
    }
}

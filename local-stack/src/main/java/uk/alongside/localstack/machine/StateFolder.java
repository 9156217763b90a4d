package uk.alongside.localstack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The folder with everything that one stack keeps: data, logs, secrets, ports and process ids. */
public final class StateFolder {

    /** The letters of passwords, without those that look alike on a screen. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path path;
    private final SecureRandom random = new SecureRandom();

    public StateFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
        create(this.path);
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** A folder inside this one that only its owner can enter. */
    public Path folder(String name) {
        return create(path.resolve(name));
    }

    public Path log(String part) {
        return folder("logs").resolve(part + ".log");
    }

    /** Returns a secret that is generated once and then kept in a file that only its owner can read. */
    public String secret(String name) {
        return secret(name, this::password);
    }

    public String secret(String name, Supplier<String> generator) {
        return kept(folder("secrets").resolve(name), generator);
    }

    public Path secretFile(String name, Supplier<String> generator) {
        secret(name, generator);
        return folder("secrets").resolve(name);
    }

    /** Returns a value that is decided once and then kept, such as a port. */
    public String remembered(String name, Supplier<String> decision) {
        return kept(folder("kept").resolve(name), decision);
    }

    public Optional<String> remembered(String name) {
        return read(folder("kept").resolve(name));
    }

    /** Returns the file of {@link #remember}, for another program to read. */
    public Path rememberedFile(String name) {
        return folder("kept").resolve(name);
    }

    public void remember(String name, String value) {
        write(folder("kept").resolve(name), value);
    }

    /** Runs the work under the lock of this name, which holds between threads and between processes. */
    public <T> T locked(String name, Supplier<T> work) {
        var file = path.resolve("." + name + ".lock");
        var inThisProcess = LOCKS.computeIfAbsent(file, _ -> new ReentrantLock());
        inThisProcess.lock();
        try {
            if (inThisProcess.getHoldCount() > 1) {
                return work.get();
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inThisProcess.unlock();
        }
    }

    private String kept(Path file, Supplier<String> value) {
        return read(file).orElseGet(() -> locked("kept", () -> read(file).orElseGet(() -> write(file, value.get()))));
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file by renaming a finished one, so that a killed run leaves the whole file or none. */
    public static String write(Path file, String content) {
        try {
            var unfinished = file.resolveSibling(
                    file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, content + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String password() {
        var password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private static Path create(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                if (folder.getParent() != null) {
                    Files.createDirectories(folder.getParent());
                }
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (FileAlreadyExistsException e) {
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

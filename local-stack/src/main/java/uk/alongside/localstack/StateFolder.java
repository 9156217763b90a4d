package uk.alongside.localstack;

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

/** The folder that keeps all of one stack: data, logs, secrets, ports, process ids. Deleting it forgets the stack. */
final class StateFolder {

    /** Without the characters that are mistaken for each other when a password is read from a screen. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path path;
    private final SecureRandom random = new SecureRandom();

    StateFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
        create(this.path);
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** A folder that only its owner can enter. */
    Path folder(String name) {
        return create(path.resolve(name));
    }

    Path log(String part) {
        return folder("logs").resolve(part + ".log");
    }

    /** A secret made at the first asking and kept since, readable by its owner only. */
    String secret(String name) {
        return secret(name, this::password);
    }

    String secret(String name, Supplier<String> generator) {
        return kept(folder("secrets").resolve(name), generator);
    }

    Path secretFile(String name, Supplier<String> generator) {
        secret(name, generator);
        return folder("secrets").resolve(name);
    }

    /** Something decided once and kept since, such as a port. */
    String remembered(String name, Supplier<String> decision) {
        return kept(folder("kept").resolve(name), decision);
    }

    Optional<String> remembered(String name) {
        return read(folder("kept").resolve(name));
    }

    /** The file of {@link #remember}, for another program to read. */
    Path rememberedFile(String name) {
        return folder("kept").resolve(name);
    }

    void remember(String name, String value) {
        write(folder("kept").resolve(name), value);
    }

    /** Runs the work while nobody else, in this process or another, holds the lock of this name. */
    <T> T locked(String name, Supplier<T> work) {
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

    /** By a rename, so that a run killed in the middle leaves the whole file or none. */
    static String write(Path file, String content) {
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

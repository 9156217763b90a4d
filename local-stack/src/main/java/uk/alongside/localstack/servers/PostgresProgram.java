package uk.alongside.localstack.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import uk.alongside.localstack.machine.Command;
import uk.alongside.localstack.machine.Digest;
import uk.alongside.localstack.machine.Folders;
import uk.alongside.localstack.machine.LocalStackException;

/** PostgreSQL's programs, unpacked once from the Maven artifact for this machine. */
final class PostgresProgram {

    private final Path home;

    private PostgresProgram(Path home) {
        this.home = home;
    }

    /** Unpacks the programs if they are missing. Concurrent callers end with the same folder. */
    static PostgresProgram unpackedIn(Path folder) {
        var archive = archiveName();
        try (var resource = PostgresProgram.class.getResourceAsStream("/" + archive)) {
            if (resource == null) {
                throw new LocalStackException("There is no PostgreSQL for this machine (" + archive
                        + ") on the class path. Set ALONGSIDE_STACK to containers or outside.");
            }
            var bytes = resource.readAllBytes();
            var home = folder.resolve("postgres-" + Digest.of(bytes).substring(0, 12));
            if (!Files.exists(home)) {
                unpack(bytes, home);
            }
            return new PostgresProgram(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Command run(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root. In a user namespace root has no privileges, so PostgreSQL runs.
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(home.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return Command.run(words, Map.of("LC_ALL", "C", "TZ", "UTC"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String archiveName() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").matches("aarch64|arm64");
        if (system.contains("mac")) {
            return "postgres-darwin-" + (arm ? "arm_64" : "x86_64") + ".txz";
        }
        return "postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        var unfinished = Files.createTempDirectory(Files.createDirectories(home.getParent()), "postgres-new");
        try (InputStream bytes = new java.io.ByteArrayInputStream(archive);
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bytes)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = unfinished.resolve(entry.getName()).normalize();
                if (!target.startsWith(unfinished)) {
                    throw new IOException("An entry of the archive leads out of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
        Folders.moveIntoPlace(unfinished, home);
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if ((mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions;
    }
}

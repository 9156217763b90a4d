package uk.alongside.localstack.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import uk.alongside.localstack.machine.Command;
import uk.alongside.localstack.machine.Digest;
import uk.alongside.localstack.machine.Folders;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.StateFolder;

/** Keycloak's distribution, unpacked and prepared once. */
final class KeycloakProgram {

    private static final List<String> BUILD = List.of(
            "--db=postgres", "--health-enabled=true", "--features-disabled=ciba,device-flow,kerberos,impersonation");

    private final Path home;
    private final String key;

    private KeycloakProgram(Path home, String key) {
        this.home = home;
        this.key = key;
    }

    /**
     * Unpacks the archive, adds our own program to it and runs Keycloak's {@code build}. Concurrent callers end with the
     * same folder.
     */
    static KeycloakProgram preparedIn(Path programs, Path root) {
        var archive = archive(root);
        var provider = provider(root);
        try {
            var key = "keycloak-"
                    + shortDigest((archive.getFileName() + BUILD.toString()).getBytes(StandardCharsets.UTF_8));
            var home = programs.resolve(key + "-" + shortDigest(Files.readAllBytes(provider)));
            if (!Files.exists(home)) {
                prepare(archive, provider, home);
            }
            return new KeycloakProgram(home, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Identifies the version of Keycloak and its build options. Our own program changes no realm, so it has no part in it. */
    String key() {
        return key;
    }

    private static String shortDigest(byte[] bytes) {
        return Digest.of(bytes).substring(0, 12);
    }

    /** Copies the realm, its theme and its forbidden passwords to the folders in which Keycloak looks for them. */
    void take(RealmFile realm) {
        try {
            var imports = Files.createDirectories(home.resolve("data/import"));
            StateFolder.write(imports.resolve(realm.name() + "-realm.json"), realm.text());
            copy(realm.file().resolveSibling("themes"), home.resolve("themes"));
            copy(realm.file().resolveSibling("password-blacklists"), home.resolve("data/password-blacklists"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
                    // Another Keycloak may be reading the file.
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Keeps both compilers of Java: with the first alone, Keycloak needs ten times as long to sign a token. */
    List<String> command(String marker, List<String> arguments) {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                marker,
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        words.addAll(arguments);
        return words;
    }

    private static Path archive(Path root) {
        var folder = root.resolve("local-stack/target/keycloak");
        try (var files = Files.isDirectory(folder) ? Files.list(folder) : java.util.stream.Stream.<Path>empty()) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow(() -> new LocalStackException("Keycloak is missing. Run ./alongside up, or "
                            + "\"mvn process-resources -pl local-stack\", which copies it to " + folder + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path provider(Path root) {
        var jar = root.resolve("keycloak-provider/target/alongside-keycloak-provider.jar");
        if (!Files.exists(jar)) {
            throw new LocalStackException("The program for Keycloak is missing. Run ./alongside up, or "
                    + "\"mvn process-classes -pl keycloak-provider\", which makes " + jar + ".");
        }
        return jar;
    }

    private static void prepare(Path archive, Path provider, Path home) throws IOException {
        var unfinished = Files.createTempDirectory(Files.createDirectories(home.getParent()), "keycloak-new");
        unpack(archive, unfinished);
        Files.copy(provider, unfinished.resolve("providers").resolve(provider.getFileName()));
        var arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD);
        var built =
                Command.run(new KeycloakProgram(unfinished, "").command("-Dalongside.part=keycloak-build", arguments));
        if (!built.succeeded()) {
            throw new LocalStackException("Keycloak could not be built: " + built.output());
        }
        Folders.moveIntoPlace(unfinished, home);
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var target = folder.resolve(name).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("An entry of the archive leads out of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }
}

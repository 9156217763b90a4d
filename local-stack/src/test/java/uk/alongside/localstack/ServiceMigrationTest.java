package uk.alongside.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.StateFolder;

class ServiceMigrationTest {

    @TempDir
    private Path folder;

    @Test
    void saysHowToResetWhenAnotherVersionMadeTheData() throws IOException {
        var state = new StateFolder(folder.resolve("state"));
        var service = new Service(
                state, Part.TENANT_SERVICE, jarOf(Refuses.class), _ -> 1, Map.of("SPRING_DATASOURCE_URL", "jdbc:none"));

        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> service.migrate(Map.of()))
                .withMessageContaining("made by another version")
                .withMessageContaining("Nothing was changed")
                .withMessageContaining("./alongside reset");
        assertThat(service.isMigrated()).isFalse();
    }

    /** A service whose {@code migrate} command finds change sets that the release does not have. */
    static final class Refuses {

        private Refuses() {}

        public static void main(String[] arguments) {
            System.exit(3);
        }
    }

    private Path jarOf(Class<?> main) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        var entry = main.getName().replace('.', '/') + ".class";
        var jar = folder.resolve("service.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = Objects.requireNonNull(main.getResourceAsStream("/" + entry))) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}

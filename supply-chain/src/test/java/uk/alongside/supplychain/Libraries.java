package uk.alongside.supplychain;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every library of the services, of the local stack and of the pages. */
final class Libraries {

    private static final Path ROOT = Path.of(System.getProperty("alongside.root", ".."));
    private static final List<String> PROGRAMS =
            List.of("gateway", "tenant-service", "conversations-service", "local-stack");

    private Libraries() {}

    static List<Library> all() {
        return Stream.concat(PROGRAMS.stream().flatMap(program -> of(program).stream()), pages().stream())
                .distinct()
                .toList();
    }

    static List<Library> of(String program) {
        return new MavenLibraries(ROOT.resolve(program).resolve("target/class-path")).read();
    }

    static List<Library> pages() {
        return new NpmLibraries(ROOT.resolve("frontend/package-lock.json")).read();
    }
}

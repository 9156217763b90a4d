package uk.alongside.supplychain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.supplychain.Advisory.Finding;

/** Advisories in files: one of JSON with one advisory or a list, an archive of such files as OSV publishes, or a folder. */
final class Advisories {

    private final Set<String> names;
    private final Map<String, List<Advisory>> byName = new HashMap<>();

    private Advisories(Collection<Library> libraries) {
        this.names = libraries.stream().map(Library::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads the advisories about these libraries. OSV's archives hold a hundred thousand others. */
    static Advisories about(Collection<Library> libraries, Path source) {
        var advisories = new Advisories(libraries);
        try (var files = Files.walk(source)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (var in = Files.newInputStream(file)) {
                    advisories.readFile(file.getFileName().toString(), in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The advisories cannot be read: " + source, e);
        }
        return advisories;
    }

    List<Finding> check(Collection<Library> libraries) {
        return libraries.stream()
                .distinct()
                .flatMap(library -> byName.getOrDefault(library.name(), List.of()).stream()
                        .flatMap(advisory -> advisory.check(library).stream()))
                .toList();
    }

    private void readFile(String name, InputStream in) throws IOException {
        if (name.endsWith(".json")) {
            add(JsonMapper.shared().readTree(in.readAllBytes()));
        } else if (name.endsWith(".zip")) {
            var zip = new ZipInputStream(in);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    add(JsonMapper.shared().readTree(zip.readAllBytes()));
                }
            }
        }
    }

    private void add(JsonNode json) {
        if (json.isArray()) {
            json.valueStream().forEach(this::add);
            return;
        }
        if (json.has("vulns")) {
            add(json.get("vulns"));
            return;
        }
        var advisory = new Advisory(json);
        advisory.packages()
                .filter(names::contains)
                .distinct()
                .forEach(name ->
                        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(advisory));
    }
}

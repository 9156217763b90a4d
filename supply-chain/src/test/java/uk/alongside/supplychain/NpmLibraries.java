package uk.alongside.supplychain;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.supplychain.Library.Ecosystem;

/** Reads npm's lock file: the packages of the pages, and those that build and test them. */
final class NpmLibraries {

    private static final String FOLDER = "node_modules/";

    private final Path lock;

    NpmLibraries(Path lock) {
        this.lock = lock;
    }

    List<Library> read() {
        return JsonMapper.shared()
                .readTree(lock)
                .get("packages")
                .propertyStream()
                .filter(entry -> entry.getKey().contains(FOLDER))
                .map(entry -> library(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Library library(String folder, JsonNode entry) {
        var name = entry.path("name").asString(folder.substring(folder.lastIndexOf(FOLDER) + FOLDER.length()));
        var licence = entry.path("license").asString("");
        return new Library(
                Ecosystem.NPM,
                name,
                entry.path("version").asString(""),
                licence.isEmpty() ? List.of() : List.of(licence));
    }
}

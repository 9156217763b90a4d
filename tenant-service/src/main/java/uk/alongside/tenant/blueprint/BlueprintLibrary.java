package uk.alongside.tenant.blueprint;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the approach. A file that does not fit the schema keeps the service from starting. */
@Component
class BlueprintLibrary {

    private static final String FOLDER = "uk/alongside/tenant/blueprint/";

    private final List<Blueprint> versions;

    BlueprintLibrary(ResourcePatternResolver resources, JsonMapper json) throws IOException {
        var schema = schema(text(resources.getResource("classpath:" + FOLDER + "blueprint.schema.json")));
        this.versions = Arrays.stream(resources.getResources("classpath*:" + FOLDER + "after-thurrock-*.json"))
                .map(BlueprintLibrary::text)
                .map(file -> read(schema, json, file))
                .sorted(Blueprint.BY_VERSION)
                .toList();
        if (versions.isEmpty()) {
            throw new IllegalStateException("There is no blueprint.");
        }
    }

    Blueprint latest() {
        return versions.getLast();
    }

    Optional<Blueprint> version(String version) {
        return versions.stream()
                .filter(blueprint -> blueprint.version().equals(version))
                .findFirst();
    }

    static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    /**
     * Reads a file and checks it by the schema. Beyond the schema, each source must exist and each id must be unique.
     */
    static Blueprint read(Schema schema, JsonMapper json, String file) {
        var wrong = new ArrayList<>(schema.validate(file, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList());
        if (wrong.isEmpty()) {
            var blueprint = json.readValue(file, Blueprint.class);
            var ids = new HashSet<String>();
            var sources = new HashSet<String>();
            blueprint.sources().forEach(source -> sources.add(source.id()));
            blueprint.parts().stream().flatMap(part -> part.elements().stream()).forEach(element -> {
                if (!ids.add(element.id())) {
                    wrong.add(element.id() + " is there twice");
                }
                if (!sources.contains(element.source())) {
                    wrong.add(element.id() + " names a source that is not there");
                }
            });
            if (wrong.isEmpty()) {
                return blueprint;
            }
        }
        throw new IllegalStateException("The blueprint is not right: " + String.join("; ", wrong));
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

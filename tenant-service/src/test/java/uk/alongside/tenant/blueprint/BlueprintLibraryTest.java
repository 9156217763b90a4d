package uk.alongside.tenant.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

class BlueprintLibraryTest {

    private static final String FOLDER = "uk/alongside/tenant/blueprint/";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Schema schema = BlueprintLibrary.schema(text("blueprint.schema.json"));
    private final String first = text("after-thurrock-1.0.json");

    @Test
    void holdsTheVersionsInOrder() throws IOException {
        var library = new BlueprintLibrary(new PathMatchingResourcePatternResolver(), json);

        assertThat(library.version("1.0").orElseThrow().name()).isEqualTo("After Thurrock’s published approach");
        assertThat(library.latest().version()).isEqualTo("9.0");
    }

    @Test
    void ordersVersionsByTheirNumbers() {
        var second = BlueprintLibrary.read(schema, json, first.replace("\"version\": \"1.0\"", "\"version\": \"1.2\""));
        var tenth = BlueprintLibrary.read(schema, json, first.replace("\"version\": \"1.0\"", "\"version\": \"1.10\""));

        assertThat(Blueprint.BY_VERSION.compare(second, tenth)).isNegative();
    }

    @Test
    void hasASourceForEachElementAndSaysWhatIsItsOwn() {
        var blueprint = BlueprintLibrary.read(schema, json, first);

        assertThat(blueprint.parts())
                .extracting(Blueprint.Part::id)
                .containsExactly("labels", "principles", "kinds", "prompts", "outcomes", "messages", "roles");
        assertThat(blueprint.parts().stream().flatMap(part -> part.elements().stream()))
                .allSatisfy(element -> assertThat(element.provenance().equals("suggestion"))
                        .as(element.id())
                        .isEqualTo(element.source().equals("alongside")));
        assertThat(blueprint.parts().get(1).elements())
                .hasSize(7)
                .allSatisfy(principle -> assertThat(principle.provenance()).isEqualTo("as-commonly-published"));
    }

    @Test
    void changesInALaterVersionOnlyWhatIsItsOwn() {
        var before = BlueprintLibrary.read(schema, json, first);
        var later = BlueprintLibrary.read(schema, json, text("after-thurrock-1.1.json"));

        assertThat(later.parts().stream().flatMap(part -> part.elements().stream()))
                .filteredOn(element -> !before.element(element.id())
                        .map(Blueprint.Element::value)
                        .equals(Optional.of(element.value())))
                .allSatisfy(changed -> assertThat(changed.provenance()).isEqualTo("suggestion"))
                .allSatisfy(changed -> assertThat(changed.note()).contains("version 1.1"))
                .extracting(Blueprint.Element::id)
                .containsExactly("prompt.in-the-way", "message.closed-text", "message.missed-text");
        assertThat(before.parts().stream().flatMap(part -> part.elements().stream()))
                .allSatisfy(element -> assertThat(later.element(element.id())).isPresent());
    }

    @Test
    void saysOutcomesInPlainWordsBesideTheNationalWording() {
        var outcomes = BlueprintLibrary.read(schema, json, text("after-thurrock-1.1.json"))
                .part("outcomes")
                .orElseThrow()
                .elements();

        assertThat(outcomes)
                .hasSize(16)
                .allSatisfy(outcome -> assertThat(outcome.title())
                        .isNotEqualTo(outcome.value().get("text"))
                        .doesNotContainPattern("(?i)client|signpost|case|NFA|user"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "source": "york", | "source": "unknown", | label.talking-point names a source that is not there
            "id": "label.hub" | "id": "label.talking-point" | label.talking-point is there twice
            "minutes": 45 | "minutes": 0 | minutes
            "minutes": 45 | "minutes": "long" | minutes
            "provenance": "as-commonly-published" | "provenance": "official" | provenance
            "published": "2026-11-22", | | published
            "dropInOnly": false | "dropInOnly": false, "colour": "red" | colour
            """)
    void keepsTheServiceFromStartingWithAFileThatIsNotRight(String right, String wrong, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> BlueprintLibrary.read(schema, json, first.replace(right, wrong == null ? "" : wrong)))
                .withMessageContaining(why);
    }

    private static String text(String file) {
        try {
            return new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

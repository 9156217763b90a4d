package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.ApiDialect;

class OpenApiTest extends TenantServiceTest {

    private static final Path COMMITTED = Path.of("openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * Compares the description with its file. After an intended change, run with {@code -Dopenapi.write} and commit the
     * difference.
     */
    @Test
    void isTheCommittedDescription() throws IOException {
        var served = as(null).get("/v3/api-docs").body();
        var described = JSON.writeValueAsString(JSON.treeToValue(served, Object.class)) + "\n";

        if (System.getProperty("openapi.write") != null) {
            Files.writeString(COMMITTED, described);
        }

        assertThat(described).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void showsNoPassword() {
        var schemas = as(null).get("/v3/api-docs").body().path("components").path("schemas");

        assertThat(schemas.valueStream()
                        .flatMap(schema -> schema.path("properties").properties().stream())
                        .filter(property ->
                                property.getKey().toLowerCase(Locale.ROOT).contains("password")))
                .isNotEmpty()
                .allSatisfy(property ->
                        assertThat(isSentOnlyOrAnAnswer(property.getValue())).isTrue());
    }

    private static boolean isSentOnlyOrAnAnswer(JsonNode property) {
        return property.path("writeOnly").asBoolean()
                || property.path("type").asString().equals("boolean");
    }

    @Test
    void namesEveryOperation() {
        var paths = as(null).get("/v3/api-docs").body().path("paths");

        assertThat(paths.properties())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.getKey()).matches("/(api|open)/.*"))
                .flatMap(path -> path.getValue().properties())
                .allSatisfy(operation -> {
                    assertThat(operation.getValue().path("operationId").asString())
                            .matches("[a-z][A-Za-z]+");
                    assertThat(operation.getValue().path("tags")).hasSize(1);
                    assertThat(operation.getValue().path("summary").asString()).isNotEmpty();
                });
    }

    @Test
    void keepsToTheOneDialectOfTheProduct() {
        assertThat(ApiDialect.breaks(as(null).get("/v3/api-docs").body())).isEmpty();
    }

    @Test
    void namesNoOperationAsTheOtherServiceDoes() throws IOException {
        var other = JSON.readTree(Files.readString(Path.of("../conversations-service/openapi.json")));

        assertThat(ApiDialect.operationIds(as(null).get("/v3/api-docs").body()))
                .doesNotContainAnyElementsOf(ApiDialect.operationIds(other));
    }
}

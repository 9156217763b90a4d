package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.ApiDialect;

@ServiceTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("openapi.json");

    @LocalServerPort
    private int port;

    /** Run with {@code -Dopenapi.write} to change the description on purpose, and commit the difference. */
    @Test
    void isTheCommittedDescription() throws IOException {
        var served = new Api(port, "").get("/v3/api-docs").json();
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        var described = json.writeValueAsString(json.treeToValue(served, Object.class)) + "\n";

        if (System.getProperty("openapi.write") != null) {
            Files.writeString(COMMITTED, described);
        }

        assertThat(described).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void namesEveryOperation() {
        var paths = new Api(port, "").get("/v3/api-docs").json().path("paths");

        assertThat(paths.properties())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.getKey()).startsWith("/api/"))
                .flatMap(path -> path.getValue().properties())
                .allSatisfy(operation -> {
                    assertThat(operation.getValue().path("operationId").asString())
                            .matches("[a-z][A-Za-z]+");
                    assertThat(operation.getValue().path("tags").size()).isEqualTo(1);
                });
    }

    @Test
    void keepsToTheOneDialectOfTheProduct() {
        assertThat(ApiDialect.breaks(new Api(port, "").get("/v3/api-docs").json()))
                .isEmpty();
    }
}

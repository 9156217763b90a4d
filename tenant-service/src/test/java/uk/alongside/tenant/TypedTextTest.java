package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class TypedTextTest {

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(String.class, new TypedText()))
            .build();

    @Test
    void isOneLineWithoutWhatSurroundsIt() {
        assertThat(read("  Larkshire\\n\\t Council \\u00a0")).isEqualTo("Larkshire Council");
    }

    @Test
    void isNothingWhenItIsBlank() {
        assertThat(read(" \\t ")).isNull();
        assertThat(read("")).isNull();
    }

    @Test
    void hasNoCharacterThatTheDatabaseCannotHold() {
        assertThat(read("Lark\\u0000shire \\ud800 Council")).isEqualTo("Lark shire Council");
    }

    @Test
    void isOfAnyScript() {
        assertThat(read("Cyngor Sir Gâr 蘭克郡 می‌خواهم 𞤀𞤁")).isEqualTo("Cyngor Sir Gâr 蘭克郡 می‌خواهم 𞤀𞤁");
    }

    private String read(String text) {
        return json.readValue('"' + text + '"', String.class);
    }
}

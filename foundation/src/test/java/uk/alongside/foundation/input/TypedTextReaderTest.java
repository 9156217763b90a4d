package uk.alongside.foundation.input;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.support.DefaultFormattingConversionService;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

class TypedTextReaderTest {

    private final JsonMapper json = JsonMapper.builder()
            .addModule(InputConfiguration.typedTextInBodies())
            .build();

    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    record Form(
            @NotBlank @Size(max = 5) @TypedText(TextKind.LINE)
            String name,

            @TypedText(TextKind.TEXT) @Nullable String note,
            List<@NotBlank @TypedText(TextKind.CODE) String> codes,
            @Nullable String unmarked) {}

    @Test
    void textIsTidiedBeforeItIsJudged() {
        var form = json.readValue("{\"name\":\"\\u200bAnn\\u00a0B\\u200b\",\"codes\":[]}", Form.class);

        assertThat(form.name()).isEqualTo("Ann B");
        assertThat(validator.validate(form)).isEmpty();
    }

    @Test
    void blankTextIsMissing() {
        var form = json.readValue("{\"name\":\"\\u3164\",\"note\":\"\\u2800\",\"codes\":[]}", Form.class);

        assertThat(form.note()).isNull();
        assertThat(validator.validate(form))
                .singleElement()
                .satisfies(violation -> assertThat(violation.getPropertyPath()).hasToString("name"));
    }

    @Test
    void markedElementsOfAListAreTidied() {
        var form = json.readValue("{\"name\":\"Ann\",\"codes\":[\"LK1\\u20092AB\",\"A\\u2011B\",\" \"]}", Form.class);

        assertThat(form.codes()).containsExactly("LK1 2AB", "A-B", null);
        assertThat(validator.validate(form))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.getPropertyPath().toString()).startsWith("codes[2]"));
    }

    @Test
    void onlyFreeTextKeepsItsLines() {
        var form = json.readValue("{\"name\":\"A\\nB\",\"note\":\"one\\r\\ntwo\",\"codes\":[]}", Form.class);

        assertThat(form.name()).isEqualTo("A B");
        assertThat(form.note()).isEqualTo("one\ntwo");
    }

    @Test
    void everyTextThatItsKindDoesNotAcceptIsAnInvalidField() {
        var form = json.readValue(
                "{\"name\":\"A\\u0092\",\"note\":\"\\ufffd\",\"codes\":[\"a\\u0000b\",\"\\ud800\"]}", Form.class);

        assertThat(validator.validate(form))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder("name", "note", "codes[0].<list element>", "codes[1].<list element>");
    }

    @Test
    void textWithoutTheMarkIsReadAsItIs() {
        var form = json.readValue("{\"name\":\"A\",\"codes\":[],\"unmarked\":\" \\u200b\"}", Form.class);

        assertThat(form.unmarked()).isEqualTo(" \u200b");
    }

    @SuppressWarnings("unused") // found by its name
    private static void search(@TypedText(TextKind.LINE) String text) {}

    @Test
    void aMarkedParameterOfAnAddressIsTidied() throws NoSuchMethodException {
        var conversion = new DefaultFormattingConversionService();
        conversion.addConverter(new TypedTextReader.InAddresses());
        var parameter = new MethodParameter(TypedTextReaderTest.class.getDeclaredMethod("search", String.class), 0);

        var text = conversion.convert(
                "\u00a0St\u2009Mary ", TypeDescriptor.valueOf(String.class), new TypeDescriptor(parameter));

        var none = conversion.convert("", TypeDescriptor.valueOf(String.class), new TypeDescriptor(parameter));
        assertThat(Objects.requireNonNull(text)).isEqualTo("St Mary");
        assertThat(Objects.requireNonNull(none)).isEqualTo("");
    }
}

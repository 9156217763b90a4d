package uk.alongside.foundation.web;

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
            .addModule(RequestConfiguration.typedTextInBodies())
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
            List<@NotBlank @TypedText(TextKind.LINE) String> lines,
            @Nullable String untouched) {}

    @Test
    void aMarkedPropertyIsTidiedBeforeItIsJudged() {
        var form = json.readValue("{\"name\":\"\\u200bAnn\\u00a0B\\u200b\",\"lines\":[]}", Form.class);

        assertThat(form.name()).isEqualTo("Ann B");
        assertThat(validator.validate(form)).isEmpty();
    }

    @Test
    void blankTextIsMissing() {
        var form = json.readValue("{\"name\":\"\\u3164\",\"note\":\"\\u2800\",\"lines\":[]}", Form.class);

        assertThat(form.note()).isNull();
        assertThat(validator.validate(form))
                .singleElement()
                .satisfies(violation -> assertThat(violation.getPropertyPath()).hasToString("name"));
    }

    @Test
    void markedElementsOfAListAreTidied() {
        var form = json.readValue("{\"name\":\"Ann\",\"lines\":[\"1\\u00a0High\\u2009Street\",\" \"]}", Form.class);

        assertThat(form.lines()).containsExactly("1 High Street", null);
        assertThat(validator.validate(form))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.getPropertyPath().toString()).startsWith("lines[1]"));
    }

    @Test
    void anUnmarkedPropertyStaysAsItWasSent() {
        var form = json.readValue("{\"name\":\"Ann\",\"lines\":[],\"untouched\":\"\\u200b\"}", Form.class);

        assertThat(form.untouched()).isEqualTo("\u200b");
    }

    @Test
    void aCharacterThatCannotBePrintedIsRefusedByField() {
        var form = json.readValue("{\"name\":\"A\\u0092\",\"note\":\"\\ufffd\",\"lines\":[\"\\u0085\"]}", Form.class);

        assertThat(validator.validate(form))
                .extracting(violation -> violation.getPropertyPath().toString().replaceAll("\\[.*", ""))
                .containsExactlyInAnyOrder("name", "note", "lines");
    }

    @SuppressWarnings("unused") // found by its name
    private static void search(@TypedText(TextKind.LINE) String text) {}

    @Test
    void aMarkedParameterOfAnAddressIsTidied() throws NoSuchMethodException {
        var conversion = new DefaultFormattingConversionService();
        conversion.addFormatterForFieldAnnotation(new TypedTextReader.InAddresses());
        var parameter = new MethodParameter(TypedTextReaderTest.class.getDeclaredMethod("search", String.class), 0);

        var text = conversion.convert(
                "\u00a0St\u2009Mary ", TypeDescriptor.valueOf(String.class), new TypeDescriptor(parameter));

        assertThat(Objects.requireNonNull(text)).isEqualTo("St Mary");
    }
}

package uk.alongside.tenant.safeguarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.tenant.settings.Contact;

/**
 * The steps that members of staff take when something worries them.
 *
 * @param version 0 until the council has written its own
 */
@Schema(name = "Safeguarding")
record Safeguarding(
        List<TelephoneNumber> numbers,
        String steps,

        @Schema(description = "0 until the council has written its own numbers and steps")
        long version) {

    static final Safeguarding NOT_WRITTEN = new Safeguarding(List.of(), "", 0);

    Safeguarding {
        numbers = List.copyOf(numbers);
    }

    @Schema(name = "TelephoneNumber")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TelephoneNumber(
            @Schema(example = "Adults’ duty desk") @NotBlank @Size(max = 100) @TypedText(TextKind.LINE)
            String name,

            @Schema(example = "01632 960150")
            @NotNull
            @Size(max = 30)
            @TypedText(TextKind.PHONE)
            @Pattern(regexp = Contact.PHONE + "|[0-9]{3,5}")
            String phone,

            @Schema(example = "Monday to Friday, 9am to 5pm") @Nullable @Size(max = 200) @TypedText(TextKind.LINE)
            String hours) {}

    /** The numbers and steps that a lead sends. */
    @Schema(name = "NewSafeguarding")
    record New(
            @NotNull @Size(min = 1, max = 10) List<@Valid @NotNull TelephoneNumber> numbers,

            @Schema(description = "The steps. A place in square brackets is one that a council must fill in.")
            @NotBlank
            @Size(max = 10_000)
            @TypedText(TextKind.TEXT)
            @Pattern(regexp = "[^\\[\\]]*", message = "has a place in square brackets that must be filled in")
            String steps) {}
}

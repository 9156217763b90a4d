package uk.alongside.conversations.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.foundation.text.TextKey;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The details of a community asset, which a lead types or a spreadsheet gives. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssetDetails(
        @NotBlank @Size(max = LONGEST_NAME) @TypedText(TextKind.LINE) @Schema(example = "Knit and Natter")
        String name,

        @Nullable
        @Size(max = LONGEST_OFFERS)
        @TypedText(TextKind.TEXT)
        @Schema(description = "What it offers", example = "Company, tea and wool, every Tuesday at 14:00")
        String offers,

        @Nullable
        @Size(max = LONGEST_PLACE)
        @TypedText(TextKind.LINE)
        @Schema(description = "Where it is", example = "Church hall, 3 Mill Lane, Larkford")
        String place,

        @Nullable
        @Size(max = LONGEST_TELEPHONE)
        @TypedText(TextKind.LINE)
        @Schema(description = "The telephone number, as people read it", example = "01632 960000 (mornings)")
        String telephone,

        @Nullable @Size(max = LONGEST_EMAIL) @Email @TypedText(TextKind.EMAIL)
        String email,

        @Nullable @Size(max = LONGEST_WEBSITE) @TypedText(TextKind.WEB_ADDRESS)
        String website,

        @Nullable @Schema(description = "A hub that is near")
        HubId hubId,

        @Nullable @Schema(description = "The day on which a member of staff last checked that this is right")
        LocalDate checkedOn) {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_OFFERS = 1000;
    static final int LONGEST_PLACE = 300;
    static final int LONGEST_TELEPHONE = 60;
    static final int LONGEST_EMAIL = 254;
    static final int LONGEST_WEBSITE = 500;

    /** Returns the key of the name. Two spellings of one name have the same key. */
    String key() {
        return TextKey.of(name);
    }

    /** Leaves the ways of contact out, because records are written to logs and a number may be a person's own. */
    @Override
    public String toString() {
        return "AssetDetails[]";
    }
}

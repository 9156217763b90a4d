package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The council's own words for the product's terms, in singular and plural. Pages use these words. */
@Embeddable
public record Labels(
        @Schema(example = "Talking point") @NotBlank @Size(max = 60) @TypedText(TextKind.LINE)
        String talkingPoint,

        @Schema(example = "Talking points") @NotBlank @Size(max = 60) @TypedText(TextKind.LINE)
        String talkingPoints,

        @Schema(example = "Hub") @NotBlank @Size(max = 60) @TypedText(TextKind.LINE)
        String hub,

        @Schema(example = "Hubs") @NotBlank @Size(max = 60) @TypedText(TextKind.LINE)
        String hubs,

        @Schema(example = "Conversation") @NotBlank @Size(max = 60) @TypedText(TextKind.LINE)
        String conversation,

        @Schema(example = "Conversations") @NotBlank @Size(max = 60) @TypedText(TextKind.LINE)
        String conversations) {

    /** The words of a council that has chosen no others. */
    static final Labels USUAL =
            new Labels("Talking point", "Talking points", "Hub", "Hubs", "Conversation", "Conversations");

    /** Returns labels with this talking point. The operator's form has only the singular, so the plural adds an s. */
    Labels calling(String talkingPoint) {
        return talkingPoint.equals(this.talkingPoint)
                ? this
                : new Labels(talkingPoint, shortened(talkingPoint) + "s", hub, hubs, conversation, conversations);
    }

    private static String shortened(String word) {
        return word.length() < 60 ? word : word.substring(0, 59);
    }
}

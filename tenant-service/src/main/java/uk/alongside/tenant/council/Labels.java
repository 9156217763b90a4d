package uk.alongside.tenant.council;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a council calls things, for one and for several. Pages use these words. */
@Embeddable
record Labels(
        @Schema(example = "Talking point") @NotBlank @Size(max = 60)
        String talkingPoint,

        @Schema(example = "Talking points") @NotBlank @Size(max = 60)
        String talkingPoints,

        @Schema(example = "Hub") @NotBlank @Size(max = 60) String hub,
        @Schema(example = "Hubs") @NotBlank @Size(max = 60) String hubs,

        @Schema(example = "Conversation") @NotBlank @Size(max = 60)
        String conversation,

        @Schema(example = "Conversations") @NotBlank @Size(max = 60)
        String conversations) {

    /** What a council says that says nothing else. */
    static final Labels USUAL =
            new Labels("Talking point", "Talking points", "Hub", "Hubs", "Conversation", "Conversations");

    /** The operator's form knows one word only; of several there is then the same with an s. */
    Labels calling(String talkingPoint) {
        return talkingPoint.equals(this.talkingPoint)
                ? this
                : new Labels(talkingPoint, shortened(talkingPoint) + "s", hub, hubs, conversation, conversations);
    }

    private static String shortened(String word) {
        return word.length() < 60 ? word : word.substring(0, 59);
    }
}

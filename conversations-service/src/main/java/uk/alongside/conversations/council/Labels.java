package uk.alongside.conversations.council;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The council's own words for a talking point, a hub and a conversation, each for one and for several. */
public record Labels(
        @NotBlank @Size(max = 60) @TypedText(TextKind.LINE) String talkingPoint,
        @NotBlank @Size(max = 60) @TypedText(TextKind.LINE) String talkingPoints,
        @NotBlank @Size(max = 60) @TypedText(TextKind.LINE) String hub,
        @NotBlank @Size(max = 60) @TypedText(TextKind.LINE) String hubs,
        @NotBlank @Size(max = 60) @TypedText(TextKind.LINE) String conversation,
        @NotBlank @Size(max = 60) @TypedText(TextKind.LINE) String conversations) {

    /** Makes the labels for a sender that knows only one word. */
    public static Labels calling(String talkingPoint) {
        return new Labels(talkingPoint, talkingPoint + "s", "Hub", "Hubs", "Conversation", "Conversations");
    }
}

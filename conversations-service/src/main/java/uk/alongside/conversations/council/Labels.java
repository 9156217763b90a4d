package uk.alongside.conversations.council;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The council's own words for a talking point, a hub and a conversation, each for one and for several. */
public record Labels(
        @NotBlank @Size(max = 60) String talkingPoint,
        @NotBlank @Size(max = 60) String talkingPoints,
        @NotBlank @Size(max = 60) String hub,
        @NotBlank @Size(max = 60) String hubs,
        @NotBlank @Size(max = 60) String conversation,
        @NotBlank @Size(max = 60) String conversations) {

    /** Makes the labels for a sender that knows only one word. */
    public static Labels calling(String talkingPoint) {
        return new Labels(talkingPoint, talkingPoint + "s", "Hub", "Hubs", "Conversation", "Conversations");
    }
}

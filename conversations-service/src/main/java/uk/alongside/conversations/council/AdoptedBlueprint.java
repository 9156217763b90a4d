package uk.alongside.conversations.council;

import java.util.List;

/** One version of what a council adopted of the approach: its kinds of session, and its prompts for a conversation. */
public record AdoptedBlueprint(long version, List<SessionKind> kinds, List<Prompt> prompts) {

    public AdoptedBlueprint {
        kinds = List.copyOf(kinds);
        prompts = List.copyOf(prompts);
    }
}

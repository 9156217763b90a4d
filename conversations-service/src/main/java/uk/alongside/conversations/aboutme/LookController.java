package uk.alongside.conversations.aboutme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.aboutme.LookService.Found;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "About Me")
class LookController {

    private final LookService looks;

    LookController(LookService looks) {
        this.looks = looks;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AboutMeLook")
    record LookView(PersonId personId, Instant at, @Nullable String byName) {}

    @Schema(name = "AboutMeLooks")
    record LookSet(List<LookView> items) {

        static LookSet of(Found found) {
            return new LookSet(found.looks().stream()
                    .map(look -> new LookView(
                            look.person(),
                            look.at(),
                            found.members().get(look.by().value())))
                    .toList());
        }
    }

    @GetMapping("/api/conversations/{conversationId}/about-me-looks")
    @Operation(
            operationId = "getAboutMeLooks",
            summary = "Get who looked at About me together with the person in a conversation",
            description = "There is one look at most for each person and member of staff.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('conversation:read')")
    LookSet list(@PathVariable ConversationId conversationId) {
        return LookSet.of(looks.list(conversationId));
    }

    @PostMapping("/api/conversations/{conversationId}/about-me-looks/{personId}")
    @Operation(
            operationId = "noteAboutMeLook",
            summary = "Note that you looked at About me together with the person",
            description = "A second look in the same conversation leaves the first one.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('conversation:write')")
    LookSet add(@PathVariable ConversationId conversationId, @PathVariable PersonId personId) {
        return LookSet.of(looks.add(conversationId, personId));
    }
}

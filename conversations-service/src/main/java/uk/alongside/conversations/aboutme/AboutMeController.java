package uk.alongside.conversations.aboutme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.aboutme.AboutMeRefusal.ReasonNeeded;
import uk.alongside.conversations.aboutme.AboutMeRefusal.SaidInTheFuture;
import uk.alongside.conversations.aboutme.AboutMeRefusal.StaleSentence;
import uk.alongside.conversations.aboutme.AboutMeRefusal.TooManySentences;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "About Me")
class AboutMeController {

    private final AboutMeService aboutMe;

    AboutMeController(AboutMeService aboutMe) {
        this.aboutMe = aboutMe;
    }

    @Schema(name = "AboutMeUpdate")
    record Update(
            @NotNull @Valid SentenceDetails details,

            @NotNull @Schema(description = "Whether the sentence is taken away")
            Boolean takenAway,

            @Nullable
            @Size(max = 500)
            @TypedText(TextKind.LINE)
            @Schema(description = "Why the sentence is taken away; needed for that alone")
            String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Update[takenAway=" + takenAway + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AboutMeList(List<SentenceView> items, @Nullable SentenceId next) {}

    @GetMapping("/api/people/{personId}/about-me")
    @Operation(
            operationId = "listAboutMe",
            summary = "List the sentences of About me, with those that were taken away",
            description = "A page has at most 50 sentences. The first one added comes first.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    AboutMeList list(@PathVariable PersonId personId, @RequestParam(required = false) @Nullable SentenceId after) {
        var page = aboutMe.list(personId, after);
        return new AboutMeList(page.items(), page.next());
    }

    @PostMapping("/api/people/{personId}/about-me")
    @Operation(operationId = "createAboutMeSentence", summary = "Add a sentence to About me")
    @Answers({NotFound.class, SaidInTheFuture.class, TooManySentences.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Created<SentenceView> create(
            @PathVariable PersonId personId, @IdempotencyKey String key, @Valid @RequestBody SentenceDetails request) {
        var sentence = aboutMe.add(personId, request, key);
        return new Created<>("/api/people/" + personId.value() + "/about-me", sentence, sentence.version());
    }

    @PutMapping("/api/people/{personId}/about-me/{sentenceId}")
    @Operation(
            operationId = "updateAboutMeSentence",
            summary = "Change a sentence of About me, take it away or put it back",
            description = "What the sentence was before is kept. Taking it away needs a reason.")
    @Answers({NotFound.class, StaleSentence.class, SaidInTheFuture.class, ReasonNeeded.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<SentenceView> update(
            @PathVariable PersonId personId,
            @PathVariable SentenceId sentenceId,
            @IfMatch long version,
            @Valid @RequestBody Update request) {
        var sentence =
                aboutMe.change(personId, sentenceId, version, request.details(), request.takenAway(), request.reason());
        return new Versioned<>(sentence, sentence.version());
    }
}

package uk.alongside.conversations.aboutme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.aboutme.Sentence.Change;
import uk.alongside.conversations.person.PersonId;

/** A sentence of About me as an answer shows it. */
@Schema(name = "AboutMeSentence")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SentenceView(
        SentenceId id,
        PersonId personId,
        SentenceDetails details,
        boolean takenAway,

        @Nullable @Schema(description = "Why it was taken away")
        String reason,

        Instant addedAt,

        @Nullable @Schema(description = "The member of staff who wrote it down")
        String addedByName,

        @Schema(description = "What it was before each change; the first change comes first")
        List<ChangeView> changes,

        @Schema(description = "The version to send in If-Match")
        long version) {

    /** A change of a sentence. */
    @Schema(name = "AboutMeChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            SentenceDetails before,
            boolean takenAwayBefore,

            @Nullable @Schema(description = "Why it was away before the change")
            String reason,

            Instant at,
            @Nullable String byName) {

        static ChangeView of(Change change, Map<UUID, String> members) {
            return new ChangeView(
                    change.before(),
                    change.takenAwayBefore(),
                    change.reason(),
                    change.at(),
                    members.get(change.by().value()));
        }

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "ChangeView[at=" + at + "]";
        }
    }

    static SentenceView of(Sentence sentence, Map<UUID, String> members) {
        return new SentenceView(
                sentence.id(),
                sentence.person(),
                sentence.details(),
                sentence.takenAway(),
                sentence.reason(),
                sentence.addedAt(),
                members.get(sentence.addedBy().value()),
                sentence.changes().stream()
                        .map(change -> ChangeView.of(change, members))
                        .toList(),
                sentence.version());
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "SentenceView[id=" + id + "]";
    }
}

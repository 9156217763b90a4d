package uk.alongside.conversations.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "EvidenceNote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceNoteView(
        EvidenceNoteId id,

        @Schema(description = "The code of the quality statement")
        String statement,

        @Schema(description = "The code of the kind of evidence")
        String kind,

        EvidenceNote.Type type,
        String words,
        Instant writtenAt,
        @Nullable String writtenByName,

        @Nullable @Schema(description = "When the note was last changed; absent if it never was")
        Instant changedAt,

        @Nullable String changedByName,
        long version) {

    static EvidenceNoteView of(EvidenceNote note, Map<UUID, String> members) {
        var content = note.content();
        var changed = note.changed();
        return new EvidenceNoteView(
                note.id(),
                content.statement(),
                content.kind(),
                content.type(),
                content.words(),
                note.written().at(),
                members.get(note.written().by().value()),
                changed == null ? null : changed.at(),
                changed == null ? null : members.get(changed.by().value()),
                note.version());
    }

    /** Leaves the words and names out, because records are written to logs. */
    @Override
    public String toString() {
        return "EvidenceNoteView[id=" + id + "]";
    }
}

package uk.alongside.conversations.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "FigureNote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureNoteView(
        FigureNoteId id,
        LocalDate day,
        String words,

        @Schema(description = "Whether the run chart has new limits from the month of this day on")
        boolean rebases,

        Instant writtenAt,
        @Nullable String writtenByName,

        @Nullable @Schema(description = "When the note was last changed; absent if it never was")
        Instant changedAt,

        @Nullable String changedByName,
        long version) {

    static FigureNoteView of(FigureNote note, Map<UUID, String> members) {
        var changed = note.changed();
        return new FigureNoteView(
                note.id(),
                note.content().day(),
                note.content().words(),
                note.content().rebases(),
                note.written().at(),
                members.get(note.written().by().value()),
                changed == null ? null : changed.at(),
                changed == null ? null : members.get(changed.by().value()),
                note.version());
    }

    /** Leaves the names out, because records are written to logs. */
    @Override
    public String toString() {
        return "FigureNoteView[id=" + id + "]";
    }
}

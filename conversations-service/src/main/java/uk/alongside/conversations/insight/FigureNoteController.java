package uk.alongside.conversations.insight;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.insight.FigureNote.Content;
import uk.alongside.conversations.insight.FigureNoteRefusal.NoteInTheFuture;
import uk.alongside.conversations.insight.FigureNoteRefusal.StaleNote;
import uk.alongside.conversations.insight.FigureNoteRefusal.TooManyNotes;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Figures")
class FigureNoteController {

    private final FigureNoteService notes;

    FigureNoteController(FigureNoteService notes) {
        this.notes = notes;
    }

    @Schema(name = "NewFigureNote")
    record NewNote(
            @NotNull LocalDate day,

            @NotBlank
            @Size(max = 200)
            @TypedText(TextKind.LINE)
            @Schema(description = "What happened, without names of people")
            String words,

            @Schema(description = "Whether the run chart has new limits from the month of this day on")
            boolean rebases) {

        private Content content() {
            return new Content(day, words, rebases);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureNoteList(
            List<FigureNoteView> items, @Nullable FigureNoteId next) {}

    @GetMapping("/api/figures/{figure}/notes")
    @Operation(
            operationId = "listFigureNotes",
            summary = "List the notes that leads pinned to days of a figure",
            description = "A page has at most 50 notes. The earliest day comes first.")
    @PreAuthorize("hasAuthority('figures:read')")
    FigureNoteList list(@PathVariable Figure figure, @RequestParam(required = false) @Nullable FigureNoteId after) {
        var page = notes.list(figure, after);
        return new FigureNoteList(page.items(), page.next());
    }

    @PostMapping("/api/figures/{figure}/notes")
    @Operation(operationId = "createFigureNote", summary = "Pin a note to a day of a figure")
    @Answers({NoteInTheFuture.class, TooManyNotes.class})
    @PreAuthorize("hasAuthority('figures:write')")
    Created<FigureNoteView> create(
            @PathVariable Figure figure, @IdempotencyKey String key, @Valid @RequestBody NewNote request) {
        var note = notes.add(figure, request.content(), key);
        return new Created<>("/api/figures/" + EnumWords.of(figure) + "/notes", note, note.version());
    }

    @PutMapping("/api/figures/{figure}/notes/{noteId}")
    @Operation(operationId = "updateFigureNote", summary = "Change a note on a figure")
    @Answers({NotFound.class, NoteInTheFuture.class, StaleNote.class})
    @PreAuthorize("hasAuthority('figures:write')")
    Versioned<FigureNoteView> update(
            @PathVariable Figure figure,
            @PathVariable FigureNoteId noteId,
            @IfMatch long version,
            @Valid @RequestBody NewNote request) {
        var note = notes.change(figure, noteId, version, request.content());
        return new Versioned<>(note, note.version());
    }

    @DeleteMapping("/api/figures/{figure}/notes/{noteId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "deleteFigureNote", summary = "Remove a note from a figure")
    @Answers({NotFound.class, StaleNote.class})
    @PreAuthorize("hasAuthority('figures:write')")
    void delete(@PathVariable Figure figure, @PathVariable FigureNoteId noteId, @IfMatch long version) {
        notes.remove(figure, noteId, version);
    }
}

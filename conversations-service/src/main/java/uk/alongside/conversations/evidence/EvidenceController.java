package uk.alongside.conversations.evidence;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.evidence.EvidenceNote.Content;
import uk.alongside.conversations.evidence.EvidenceRefusal.NoSuchCell;
import uk.alongside.conversations.evidence.EvidenceRefusal.StaleEvidenceNote;
import uk.alongside.conversations.evidence.EvidenceRefusal.TooManyEvidenceNotes;
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
@Tag(name = "Evidence")
class EvidenceController {

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_NOTE = 2_000;

    private final EvidenceService evidence;

    EvidenceController(EvidenceService evidence) {
        this.evidence = evidence;
    }

    @Schema(name = "NewEvidenceNote")
    record NewNote(
            @NotBlank
            @Size(max = LONGEST_CODE)
            @TypedText(TextKind.CODE)
            @Schema(description = "The code of the quality statement", example = "assessing-needs")
            String statement,

            @NotBlank
            @Size(max = LONGEST_CODE)
            @TypedText(TextKind.CODE)
            @Schema(description = "The code of the kind of evidence", example = "experience")
            String kind,

            @NotNull EvidenceNote.Type type,

            @NotBlank
            @Size(max = LONGEST_NOTE)
            @TypedText(TextKind.TEXT)
            @Schema(description = "The story, feedback or decision, without names of people")
            String words) {

        private Content content() {
            return new Content(statement, kind, type, words);
        }

        /** Leaves the words out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewNote[statement=" + statement + ", kind=" + kind + "]";
        }
    }

    @GetMapping("/api/evidence")
    @Operation(
            operationId = "getEvidence",
            summary = "Read the evidence for each quality statement: figures, rounded for publication, and notes")
    @Answers(TextUnreadable.class)
    @PreAuthorize("hasAuthority('figures:read')")
    EvidenceView get() {
        return evidence.view();
    }

    @PostMapping("/api/evidence-notes")
    @Operation(operationId = "createEvidenceNote", summary = "Write a note of evidence for a quality statement")
    @Answers({NoSuchCell.class, TooManyEvidenceNotes.class})
    @PreAuthorize("hasAuthority('figures:write')")
    Created<EvidenceNoteView> create(@IdempotencyKey String key, @Valid @RequestBody NewNote request) {
        var note = evidence.add(request.content(), key);
        return new Created<>("/api/evidence", note, note.version());
    }

    @PutMapping("/api/evidence-notes/{evidenceNoteId}")
    @Operation(operationId = "updateEvidenceNote", summary = "Change a note of evidence")
    @Answers({NotFound.class, NoSuchCell.class, StaleEvidenceNote.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:write')")
    Versioned<EvidenceNoteView> update(
            @PathVariable EvidenceNoteId evidenceNoteId, @IfMatch long version, @Valid @RequestBody NewNote request) {
        var note = evidence.change(evidenceNoteId, version, request.content());
        return new Versioned<>(note, note.version());
    }

    @DeleteMapping("/api/evidence-notes/{evidenceNoteId}")
    @ResponseStatus(NO_CONTENT)
    @Operation(operationId = "deleteEvidenceNote", summary = "Remove a note of evidence")
    @Answers({NotFound.class, StaleEvidenceNote.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('figures:write')")
    void delete(@PathVariable EvidenceNoteId evidenceNoteId, @IfMatch long version) {
        evidence.remove(evidenceNoteId, version);
    }
}

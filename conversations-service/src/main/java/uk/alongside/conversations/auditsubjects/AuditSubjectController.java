package uk.alongside.conversations.auditsubjects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** Finds the record that a reader of the audit asks about. A lead who may not read names asks by the reference. */
@RestController
@Tag(name = "Audit")
class AuditSubjectController {

    private final RecordDescriptions records;

    AuditSubjectController(RecordDescriptions records) {
        this.records = records;
    }

    @Schema(name = "AuditSubjectSearch")
    record Search(
            @Schema(example = "K7P3-M2XQ", description = "The reference of a person, as it is read out")
            @NotBlank
            @Size(max = 40)
            @TypedText(TextKind.CODE)
            String reference) {}

    @Schema(name = "FoundAuditSubject")
    record Found(PersonId id) {}

    @PostMapping("/api/audit/subjects/search")
    @Operation(
            operationId = "findAuditSubject",
            summary = "Find the id of a person by the reference, to list the events about them")
    @PreAuthorize("hasAuthority('audit:read')")
    @Answers(NotFound.class)
    Found find(@Valid @RequestBody Search search) {
        return new Found(records.person(search.reference()));
    }
}

package uk.alongside.conversations.hubimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.csvimport.CsvFile;
import uk.alongside.conversations.csvimport.ImportRefusal.HasErrors;
import uk.alongside.conversations.csvimport.ImportRefusal.TooLarge;
import uk.alongside.conversations.csvimport.ImportReport;
import uk.alongside.conversations.csvimport.RemarkTexts;
import uk.alongside.conversations.csvimport.TemplateDownload;
import uk.alongside.conversations.hubimport.HubImportRefusal.TooOld;
import uk.alongside.conversations.hubimport.HubImportRefusal.Undone;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Hub Imports")
class HubImportController {

    private static final String EXAMPLE = """
            venue_name,address_1,address_2,postcode,mon
            Market Street Library,1 Market Street,Larkford,HX1 1UJ,10:00-17:00
            """;

    private static final int PAGE = 25;

    private final HubImportService imports;

    private final HubImportUndo undo;
    private final RemarkTexts texts;

    HubImportController(HubImportService imports, HubImportUndo undo, RemarkTexts texts) {
        this.imports = imports;
        this.undo = undo;
        this.texts = texts;
    }

    @Schema(name = "HubImport")
    record HubImportView(
            UUID id,
            Instant importedAt,
            String importedByName,

            @Schema(description = "How many hubs the import added")
            int added,

            @Schema(description = "How many hubs the import changed")
            int changed,

            @Schema(description = "The import can be undone until then")
            Instant undoUntil,

            @Schema(description = "True if the import was undone")
            boolean undone) {

        static HubImportView of(HubImport done) {
            var row = done.row();
            return new HubImportView(
                    row.id(),
                    row.at(),
                    done.byName(),
                    row.added(),
                    row.changed(),
                    row.at().plus(HubImportUndo.WITHIN),
                    row.undoneAt() != null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HubImportList(
            List<HubImportView> items, @Nullable UUID next) {}

    @PostMapping(path = "/api/hubs/imports/preview", consumes = "text/csv")
    @Operation(
            operationId = "previewHubImport",
            summary = "Find out what importing a spreadsheet of hubs would do",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers(TooLarge.class)
    ImportReport preview(InputStream body) throws IOException {
        return imports.preview(HubFile.read(CsvFile.bytes(body), texts));
    }

    @PostMapping(path = "/api/hubs/imports", consumes = "text/csv")
    @Operation(
            operationId = "createHubImport",
            summary = "Import hubs from a spreadsheet, all rows or none",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers({TooLarge.class, HasErrors.class})
    Created<HubImportView> create(@IdempotencyKey String key, InputStream body) throws IOException {
        var bytes = CsvFile.bytes(body);
        var done = imports.create(HubFile.read(bytes, texts), bytes, key);
        return new Created<>("/api/hubs/imports/" + done.row().id(), HubImportView.of(done), version(done));
    }

    @GetMapping(path = "/api/hub-import-template", produces = "text/csv")
    @Operation(
            operationId = "getHubImportTemplate",
            summary = "Get an empty spreadsheet with every column that an import reads")
    @PreAuthorize("hasAuthority('hub:write')")
    ResponseEntity<byte[]> template() {
        return TemplateDownload.of("places.csv", HubFile.template());
    }

    @GetMapping("/api/hubs/imports/{importId}")
    @Operation(operationId = "getHubImport", summary = "Get an import of hubs")
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers(NotFound.class)
    Versioned<HubImportView> get(@PathVariable UUID importId) {
        var done = imports.find(importId);
        return new Versioned<>(HubImportView.of(done), version(done));
    }

    @GetMapping("/api/hubs/imports")
    @Operation(
            operationId = "listHubImports",
            summary = "List the imports of hubs of the last day, newest first",
            description = "A page has at most 25 imports.")
    @PreAuthorize("hasAuthority('hub:write')")
    HubImportList list(@RequestParam(required = false) @Nullable UUID after) {
        var page = Page.ofRest(
                        imports.recent(after, PAGE + 1), done -> done.row().id(), PAGE)
                .map(HubImportView::of);
        return new HubImportList(page.items(), page.next());
    }

    @Schema(name = "HubImportUndo")
    record UndoOutcome(
            @Schema(description = "How many hubs the import added, which are removed")
            int removed,

            @Schema(description = "How many hubs the import changed, which are changed back")
            int restored,

            @Schema(
                    description =
                            "The first 200 hubs that stay as they are, because they were used or changed since then")
            List<HubThatStays> stays,

            @Schema(description = "How many hubs stay as they are")
            int stayCount) {

        private static final int SAID = 200;

        static UndoOutcome of(HubImportUndo.Outcome outcome) {
            return new UndoOutcome(
                    outcome.removed(),
                    outcome.restored(),
                    outcome.stays().stream()
                            .limit(SAID)
                            .map(each -> new HubThatStays(each.hub(), each.name(), each.why()))
                            .toList(),
                    outcome.stays().size());
        }
    }

    record HubThatStays(UUID hubId, String name, HubImportUndo.Why why) {}

    @PostMapping("/api/hubs/imports/{importId}/undo/preview")
    @Operation(operationId = "previewHubImportUndo", summary = "Find out what undoing an import would do")
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers({NotFound.class, Undone.class, TooOld.class})
    UndoOutcome previewUndo(@PathVariable UUID importId) {
        return UndoOutcome.of(undo.undo(importId, true));
    }

    @PostMapping("/api/hubs/imports/{importId}/undo")
    @Operation(
            operationId = "undoHubImport",
            summary = "Undo an import, except for hubs that were used or changed since then")
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers({NotFound.class, Undone.class, TooOld.class})
    UndoOutcome undo(@PathVariable UUID importId) {
        return UndoOutcome.of(undo.undo(importId, false));
    }

    private static long version(HubImport done) {
        return done.row().undoneAt() == null ? 0 : 1;
    }
}

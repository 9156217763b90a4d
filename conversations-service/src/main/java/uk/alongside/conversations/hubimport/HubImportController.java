package uk.alongside.conversations.hubimport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hubimport.HubImportRefusal.HasErrors;
import uk.alongside.conversations.hubimport.HubImportRefusal.TooLarge;
import uk.alongside.conversations.hubimport.HubImportRefusal.TooOld;
import uk.alongside.conversations.hubimport.HubImportRefusal.Undone;
import uk.alongside.conversations.hubimport.HubImports.Imported;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;

@RestController
@Tag(name = "hub")
class HubImportController {

    private static final String EXAMPLE = """
            venue_name,address_1,address_2,postcode,mon
            Market Street Library,1 Market Street,Larkford,HX1 1UJ,10:00-17:00
            """;

    private final HubImportService imports;

    private final HubImportUndo undo;

    HubImportController(HubImportService imports, HubImportUndo undo) {
        this.imports = imports;
        this.undo = undo;
    }

    @PostMapping(path = "/api/hubs/import", consumes = "text/csv")
    @Operation(
            operationId = "importHubs",
            summary = "Bring in hubs from a spreadsheet, all rows or none",
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
    HubImport bringIn(@RequestParam(defaultValue = "true") boolean dryRun, InputStream body) throws IOException {
        var bytes = body.readNBytes(HubFile.MOST_BYTES + 1);
        if (bytes.length > HubFile.MOST_BYTES) {
            throw new TooLarge().refused();
        }
        var report = imports.bringIn(read(bytes), dryRun);
        if (report.hasErrors() && !dryRun) {
            throw new HasErrors(report).refused();
        }
        return report;
    }

    record RecentImports(List<RecentImport> imports) {}

    record RecentImport(
            UUID id,
            Instant importedAt,
            String importedByName,
            int added,
            int changed,

            @Schema(description = "It can be undone until then")
            Instant undoUntil,

            boolean undone) {

        static RecentImport of(Imported done, Map<UUID, String> names) {
            return new RecentImport(
                    done.id(),
                    done.at(),
                    names.getOrDefault(done.by(), ""),
                    done.added(),
                    done.changed(),
                    done.at().plus(HubImportUndo.WITHIN),
                    done.undoneAt() != null);
        }
    }

    record UndoOutcome(
            @Schema(description = "Hubs that the import added, which go")
            int removed,

            @Schema(description = "Hubs that it changed, which are what they were")
            int restored,

            @Schema(description = "The first 200 hubs that stay as they are, because they were used or changed since")
            List<HubThatStays> stays,

            @Schema(description = "How many stay") int stayCount) {

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

    @GetMapping("/api/hubs/imports")
    @Operation(operationId = "listHubImports", summary = "Imports of hubs that were done within a day")
    @PreAuthorize("hasAuthority('hub:write')")
    RecentImports recent() {
        var recent = undo.recent();
        return new RecentImports(recent.imports().stream()
                .map(done -> RecentImport.of(done, recent.names()))
                .toList());
    }

    @PostMapping("/api/hubs/imports/{importId}/undo/preview")
    @Operation(operationId = "previewHubImportUndo", summary = "What undoing an import would do; nothing is kept")
    @ApiResponse(responseCode = "200")
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers({NotFound.class, Undone.class, TooOld.class})
    UndoOutcome previewUndo(@PathVariable UUID importId) {
        return UndoOutcome.of(undo.undo(importId, true));
    }

    @PostMapping("/api/hubs/imports/{importId}/undo")
    @Operation(operationId = "undoHubImport", summary = "Undo an import, but for hubs that were used or changed since")
    @ApiResponse(responseCode = "200")
    @PreAuthorize("hasAuthority('hub:write')")
    @Answers({NotFound.class, Undone.class, TooOld.class})
    UndoOutcome undo(@PathVariable UUID importId) {
        return UndoOutcome.of(undo.undo(importId, false));
    }

    private static HubFile read(byte[] bytes) {
        try {
            return HubFile.read(bytes);
        } catch (HubFile.TooManyRows _) {
            throw new TooLarge().refused();
        }
    }
}

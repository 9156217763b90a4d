package uk.alongside.conversations.hub;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.Problem;

@RestController
@Tag(name = "hub")
class HubImportController {

    private static final String EXAMPLE = """
            venue_name,address_1,address_2,postcode,mon
            Market Street Library,1 Market Street,Larkford,HX1 1UJ,10:00-17:00
            """;

    private final HubImportService imports;

    HubImportController(HubImportService imports) {
        this.imports = imports;
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
    HubImport bringIn(@RequestParam(defaultValue = "true") boolean dryRun, InputStream body) throws IOException {
        var bytes = body.readNBytes(HubFile.MOST_BYTES + 1);
        if (bytes.length > HubFile.MOST_BYTES) {
            throw new HubImportRefused(new HubImportRefusal.TooLarge());
        }
        var report = imports.bringIn(read(bytes), dryRun);
        if (report.hasErrors() && !dryRun) {
            throw new HubImportRefused(new HubImportRefusal.HasErrors(report));
        }
        return report;
    }

    private static HubFile read(byte[] bytes) {
        try {
            return HubFile.read(bytes);
        } catch (HubFile.TooManyRows _) {
            throw new HubImportRefused(new HubImportRefusal.TooLarge());
        }
    }

    @ExceptionHandler
    ProblemDetail refused(HubImportRefused e) {
        return switch (e.reason()) {
            case HubImportRefusal.TooLarge _ ->
                Problem.of(
                        CONTENT_TOO_LARGE,
                        "file-too-large",
                        "The file must be 10 MB or smaller and have 20,000 venues or fewer.");
            case HubImportRefusal.HasErrors(var report) -> {
                var problem = Problem.of(
                        BAD_REQUEST, "import-has-errors", "Nothing was imported. Correct the rows and try again.");
                problem.setProperty("report", report);
                yield problem;
            }
        };
    }
}

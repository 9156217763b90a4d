package uk.alongside.conversations.asset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.csvimport.CsvFile;
import uk.alongside.conversations.csvimport.ImportRefusal.HasErrors;
import uk.alongside.conversations.csvimport.ImportRefusal.TooLarge;
import uk.alongside.conversations.csvimport.ImportReport;
import uk.alongside.conversations.csvimport.TemplateDownload;
import uk.alongside.foundation.problem.Answers;

@RestController
@Tag(name = "Community Assets")
class AssetImportController {

    private static final String EXAMPLE = """
            name,offers,place,telephone
            Knit and Natter,"Tea and wool, every Tuesday",Church hall,01632 960000
            """;

    private final AssetImportService imports;

    AssetImportController(AssetImportService imports) {
        this.imports = imports;
    }

    @PostMapping(path = "/api/assets/import/preview", consumes = "text/csv")
    @Operation(
            operationId = "previewAssetImport",
            summary = "Find out what importing a spreadsheet of community assets would do",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @PreAuthorize("hasAuthority('asset:write')")
    @Answers(TooLarge.class)
    ImportReport preview(InputStream body) throws IOException {
        return imports.preview(CsvFile.bytes(body));
    }

    @PostMapping(path = "/api/assets/import", consumes = "text/csv")
    @Operation(
            operationId = "importAssets",
            summary = "Import community assets from a spreadsheet, all rows or none",
            description = "The same file twice changes nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @PreAuthorize("hasAuthority('asset:write')")
    @Answers({TooLarge.class, HasErrors.class})
    ImportReport create(InputStream body) throws IOException {
        return imports.create(CsvFile.bytes(body));
    }

    @GetMapping(path = "/api/asset-import-template", produces = "text/csv")
    @Operation(
            operationId = "getAssetImportTemplate",
            summary = "Get an empty spreadsheet with every column that an import of community assets reads")
    @PreAuthorize("hasAuthority('asset:write')")
    ResponseEntity<byte[]> template() {
        return TemplateDownload.of("community-assets.csv", AssetFile.template());
    }
}

package uk.alongside.tenant.authorityfact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.tenant.authorityfact.AuthorityFacts.Loaded;
import uk.alongside.tenant.authorityfact.FactImportRefusal.HasErrors;
import uk.alongside.tenant.authorityfact.FactImportRefusal.TooLarge;

/** The operator's endpoints for public facts about local authorities. They reveal nothing about any council's people. */
@RestController
@PreAuthorize("hasAuthority('council:operate')")
@Tag(name = "Local Authorities")
class FactController {

    private static final int PAGE = 100;

    private static final String EXAMPLE = """
            measure,code,value,as_of,source
            population,E06000034,178300,2023-06-30,"Office for National Statistics, mid-year estimates"
            """;

    private final FactImportService imports;

    FactController(FactImportService imports) {
        this.imports = imports;
    }

    @Schema(name = "AuthorityFacts", description = "The facts of one measure, day and source")
    record LoadedView(
            @Schema(description = "The place in the list, from 1")
            int number,

            String measure,

            @Schema(description = "The day that the numbers describe")
            LocalDate asOf,

            String source,

            @Schema(description = "How many authorities have one")
            int authorities,

            @Schema(description = "When the last of them was loaded")
            Instant loadedAt) {

        static LoadedView of(int number, Loaded loaded) {
            return new LoadedView(
                    number, loaded.measure(), loaded.asOf(), loaded.source(), loaded.authorities(), loaded.loadedAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuthorityFactList(
            List<LoadedView> items, @Nullable Integer next) {}

    @GetMapping("/api/local-authorities/facts")
    @Operation(
            operationId = "listAuthorityFacts",
            summary = "List the public facts about local authorities that operators have loaded",
            description =
                    "The population and area that ship with the product are not in the list. A page has at most 100.")
    AuthorityFactList list(@RequestParam(required = false) @Nullable Integer after) {
        var loaded = imports.loaded();
        var page = Page.of(
                IntStream.range(0, loaded.size())
                        .mapToObj(place -> LoadedView.of(place + 1, loaded.get(place)))
                        .toList(),
                LoadedView::number,
                after,
                PAGE);
        return new AuthorityFactList(page.items(), page.next());
    }

    @PostMapping(path = "/api/local-authorities/facts/import/preview", consumes = "text/csv")
    @Operation(
            operationId = "previewAuthorityFactImport",
            summary = "Find out what importing a file of public facts about local authorities would do",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @Answers(TooLarge.class)
    FactReport preview(InputStream body) throws IOException {
        return imports.preview(FactFile.bytes(body));
    }

    @PostMapping(path = "/api/local-authorities/facts/import", consumes = "text/csv")
    @Operation(
            operationId = "importAuthorityFacts",
            summary = "Import public facts about local authorities, all rows or none",
            description =
                    "The same file twice changes nothing. The facts count when families of councils are cut next, in"
                            + " the first release after April. No signed release changes.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @Answers({TooLarge.class, HasErrors.class})
    FactReport create(@Parameter(hidden = true) Authentication operator, InputStream body) throws IOException {
        return imports.create(FactFile.bytes(body), operator.getName());
    }

    @GetMapping(path = "/api/local-authorities/facts/template", produces = "text/csv")
    @Operation(
            operationId = "getAuthorityFactTemplate",
            summary = "Get an empty file with every column that an import of public facts reads")
    ResponseEntity<byte[]> template() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("authority-facts.csv")
                                .build()
                                .toString())
                .body(FactFile.template());
    }
}

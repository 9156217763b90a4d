package uk.alongside.tenant.benchmark;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.problem.UnknownIsNotFound;

/** The endpoints of the releases. Every council reads the same bytes. */
@RestController
@RequestMapping("/api/benchmarks")
@PreAuthorize("hasAuthority('figures:read')")
@Tag(name = "Benchmarks")
class BenchmarkController {

    static final String SIGNATURE = "Alongside-Signature";
    private static final int PAGE = 100;

    private final Releases releases;
    private final SigningKeys keys;

    BenchmarkController(Releases releases, SigningKeys keys) {
        this.releases = releases;
        this.keys = keys;
    }

    @Schema(name = "Benchmark")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BenchmarkView(
            @Schema(description = "The first day of the quarter.")
            LocalDate from,

            LocalDate to,
            LocalDate madeOn,

            @Schema(
                    description =
                            "The first day of the quarter whose release restates these figures, because one council"
                                    + " or more corrected its figures. Absent if the figures are the newest.")
            @Nullable
            LocalDate supersededBy,

            @Schema(description = "The ETag of the file: the SHA-256 of its bytes.")
            String hash,

            @Schema(description = "Ed25519 over the bytes of the file, in base64.")
            String signature,

            @Schema(description = "The id of the key that signed.")
            String key,

            @Schema(description = "The public key, as SubjectPublicKeyInfo in base64.") @Nullable
            String publicKey) {}

    @Schema(name = "BenchmarkList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BenchmarkList(
            List<BenchmarkView> items, @Nullable LocalDate next) {}

    @GetMapping
    @Operation(
            operationId = "listBenchmarks",
            summary = "List the benchmark releases, the newest first",
            description = "A release never changes. If a council corrects its figures, the next release restates the"
                    + " earlier figures. A page has at most 100.")
    @Answers(NotFound.class)
    BenchmarkList list(@RequestParam(required = false) @UnknownIsNotFound @Nullable LocalDate after) {
        var newestFirst = releases.list().reversed();
        var page = Page.of(newestFirst, release -> release.period().from(), after, PAGE)
                .map(release -> view(release, newestFirst));
        return new BenchmarkList(page.items(), page.next());
    }

    private BenchmarkView view(SignedRelease release, List<SignedRelease> newestFirst) {
        return new BenchmarkView(
                release.period().from(),
                release.period().last(),
                release.madeOn(),
                newestFirst.stream()
                        .filter(later -> later.restates().contains(release.period()))
                        .map(later -> later.period().from())
                        .findFirst()
                        .orElse(null),
                release.hash(),
                release.signature(),
                release.key(),
                keys.publicKey(release.key()).orElse(null));
    }

    @GetMapping(path = "/{from}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getBenchmark",
            summary = "Get the exact file of a benchmark release",
            description =
                    "The bytes and the ETag are the same for every council. The header Alongside-Signature has the"
                            + " id of the key and the signature. docs/benchmark-file.md describes the file.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    @Answers(NotFound.class)
    ResponseEntity<byte[]> file(@PathVariable LocalDate from) {
        var release = releases.find(from).orElseThrow(Refused::notFound);
        return ResponseEntity.ok()
                .eTag("\"" + release.hash() + "\"")
                .header(SIGNATURE, release.key() + ":" + release.signature())
                .contentType(MediaType.APPLICATION_JSON)
                .body(release.bytes());
    }
}

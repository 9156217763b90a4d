package uk.alongside.conversations.comparison;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;

/** Receives the benchmark releases from tenant-service. The gateway does not route here. The path names the council. */
@Hidden
@RestController
class ReleaseController {

    private final ComparisonService comparisons;

    ReleaseController(ComparisonService comparisons) {
        this.comparisons = comparisons;
    }

    /** A release as tenant-service sends it. The text is the exact file, so that its bytes stay as they were signed. */
    record Delivered(
            @NotBlank @Size(max = 2_000_000) @TypedText(TextKind.VERBATIM)
            String file,

            @NotBlank @Size(max = 200) @TypedText(TextKind.VERBATIM)
            String signature,

            @NotBlank @Size(max = 32) @TypedText(TextKind.CODE)
            String key,

            @Nullable @Size(max = 20) @TypedText(TextKind.CODE)
            String family) {}

    record Held(List<LocalDate> held) {}

    @GetMapping("/internal/councils/{councilId}/releases")
    @PreAuthorize("hasAuthority('internal:project')")
    Held held(@PathVariable UUID councilId) {
        return CouncilContext.call(councilId, () -> new Held(comparisons.held()));
    }

    @PutMapping("/internal/councils/{councilId}/releases/{from}")
    @PreAuthorize("hasAuthority('internal:project')")
    @Answers(ReleaseConflict.class)
    void receive(@PathVariable UUID councilId, @PathVariable LocalDate from, @Valid @RequestBody Delivered body) {
        CouncilContext.run(
                councilId,
                () -> comparisons.receive(
                        new BenchmarkRelease(from, body.file(), body.key(), body.signature(), body.family())));
    }
}

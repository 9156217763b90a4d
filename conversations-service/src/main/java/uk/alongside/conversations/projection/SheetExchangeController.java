package uk.alongside.conversations.projection;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.sheet.SheetExchange;
import uk.alongside.conversations.sheet.SheetExchange.Sent;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/** Answers tenant-service, which asks every hour for the sheets of a council that it does not hold. */
@Hidden
@RestController
class SheetExchangeController {

    private static final Set<String> KINDS = Set.of("QUARTER", "YEAR", "BREAKDOWNS");

    private final SheetExchange sheets;

    SheetExchangeController(SheetExchange sheets) {
        this.sheets = sheets;
    }

    record SheetVersion(
            @NotBlank @Pattern(regexp = "QUARTER|YEAR|BREAKDOWNS") @TypedText(TextKind.CODE)
            String kind,

            @NotNull LocalDate from,
            @Min(1) int specification,
            @Min(1) @Max(2) int version,
            @NotNull @Size(max = 1000) List<@NotNull Integer> cells) {

        static SheetVersion of(Sent sent) {
            return new SheetVersion(
                    sent.kind().name(), sent.from(), sent.specification(), sent.version(), sent.cells());
        }

        /** Leaves what is missing or unknown to the other constraints. */
        @AssertTrue
        boolean isWellFormed() {
            return from == null || cells == null || !KINDS.contains(kind) || sent().isWellFormed();
        }

        private Sent sent() {
            return new Sent(Sheet.valueOf(kind), from, specification, version, cells);
        }

        /** Leaves the cells out, because records are written to logs. */
        @Override
        public String toString() {
            return "SheetVersion[" + kind + " " + from + "]";
        }
    }

    /** The sheets of the council that tenant-service holds. */
    record Held(@NotNull @Size(max = 1000) List<@NotNull @Valid SheetVersion> held) {}

    /** The sealed sheets that tenant-service does not hold. */
    record NotHeld(List<SheetVersion> sheets) {}

    @PostMapping("/internal/councils/{councilId}/sheets")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    NotHeld exchange(@PathVariable UUID councilId, @Valid @RequestBody Held theirs) {
        return CouncilContext.call(
                councilId,
                () -> new NotHeld(sheets
                        .exchange(theirs.held().stream().map(SheetVersion::sent).toList())
                        .stream()
                        .map(SheetVersion::of)
                        .toList()));
    }
}

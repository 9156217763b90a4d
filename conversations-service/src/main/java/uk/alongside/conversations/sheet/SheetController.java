package uk.alongside.conversations.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.sheet.SharingService.NextSheet;
import uk.alongside.conversations.sheet.SharingView.CorrectionView;
import uk.alongside.conversations.sheet.SheetRefusal.CorrectionUsed;
import uk.alongside.conversations.sheet.SheetRefusal.SharingIsOff;
import uk.alongside.conversations.sheet.SheetRefusal.StaleSharing;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Block;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.Split;

/**
 * Shows leads what the council shares. No answer holds a number of a sealed sheet: beside the exact one it would show the
 * noise.
 */
@RestController
@Tag(name = "Sheets")
class SheetController {

    private static final int PAGE = 50;

    private final SharingService sharing;

    SheetController(SharingService sharing) {
        this.sharing = sharing;
    }

    @Schema(name = "NewSheetSharing")
    record NewSharing(
            @Schema(description = "Whether the council shares its figures from now on") @NotNull
            Boolean shares) {}

    @Schema(name = "NewSheetCorrection")
    record NewCorrection(
            @NotNull Sheet kind,

            @NotNull @Schema(description = "The first day of the period of the sheet")
            LocalDate from,

            @NotBlank
            @Size(max = 500)
            @TypedText(TextKind.LINE)
            @Schema(description = "Why the figures were wrong, without names of people")
            String reason) {}

    @Schema(name = "SealedSheet", description = "A sheet that has left the council, without its numbers")
    record SheetView(
            UUID id,
            Sheet kind,
            LocalDate from,

            @Schema(description = "The last day of the period")
            LocalDate to,

            @Schema(description = "1, or 2 for the correction")
            int version,

            Instant sealedAt) {

        static SheetView of(SealedSheet sheet) {
            var key = sheet.key();
            return new SheetView(
                    key.auditId(), key.kind(), key.from(), key.period().lastDay(), key.version(), sheet.sealedAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SheetList(List<SheetView> items, @Nullable UUID next) {}

    @Schema(name = "SheetCell", description = "The people in one cell")
    record CellView(
            String cell,

            @Schema(description = "The people in the period as counted now")
            int people,

            @Schema(description = "The people in the period before")
            int before) {}

    @Schema(name = "SheetFact", description = "A fact, of all people or of one group")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactView(
            Fact fact,

            @Nullable @Schema(description = "By what the people are divided; absent for all people")
            Split split,

            @Nullable String group,

            @Schema(description = "The people in all cells together as counted now")
            int people,

            @Schema(description = "The people in all cells together in the period before")
            int before,

            @Schema(description = "The cells; empty for a group, because its people are few and could be recognised")
            List<CellView> cells,

            @Schema(description = "People of whom the fact is not recorded, in all groups together")
            int notRecorded) {

        static FactView of(Block block, NextSheet next) {
            var group = block.group();
            var names = block.fact().cells();
            var cells = IntStream.range(0, names.size())
                    .mapToObj(cell -> new CellView(
                            names.get(cell),
                            next.now().cell(block.first() + cell),
                            next.before().cell(block.first() + cell)))
                    .toList();
            return new FactView(
                    block.fact(),
                    group == null ? null : group.split(),
                    group == null ? null : group.name(),
                    cells.stream().mapToInt(CellView::people).sum(),
                    cells.stream().mapToInt(CellView::before).sum(),
                    group == null ? cells : List.of(),
                    next.now().notRecorded().getOrDefault(block.fact(), 0));
        }
    }

    @Schema(name = "SheetPreview", description = "The exact numbers behind the sheet that is sealed next")
    record PreviewView(
            Sheet kind,
            LocalDate from,
            LocalDate to,
            LocalDate sealsOn,

            @Schema(description = "The first day of the period before")
            LocalDate beforeFrom,

            @Schema(description = "The last day of the period before")
            LocalDate beforeTo,

            List<FactView> facts) {

        static PreviewView of(NextSheet next) {
            var period = next.period();
            return new PreviewView(
                    period.kind(),
                    period.from(),
                    period.lastDay(),
                    period.sealsOn(),
                    period.previous().from(),
                    period.previous().lastDay(),
                    next.now().layout().blocks().stream()
                            .map(block -> FactView.of(block, next))
                            .toList());
        }

        /** Leaves the counts out, because records are written to logs. */
        @Override
        public String toString() {
            return "PreviewView[" + kind + " " + from + "]";
        }
    }

    @GetMapping("/api/sheet-sharing")
    @Operation(
            operationId = "getSheetSharing",
            summary =
                    "Find out whether the council shares its figures, what is sealed next and what each year has cost")
    @PreAuthorize("hasAuthority('sheet:read')")
    Versioned<SharingView> get() {
        return withVersion(sharing.find());
    }

    @PutMapping("/api/sheet-sharing")
    @Operation(operationId = "updateSheetSharing", summary = "Turn the sharing of figures on or off")
    @Answers(StaleSharing.class)
    @PreAuthorize("hasAuthority('sheet:write')")
    Versioned<SharingView> update(@IfMatch long version, @Valid @RequestBody NewSharing request) {
        return withVersion(sharing.change(request.shares(), version));
    }

    @GetMapping("/api/sheets")
    @Operation(
            operationId = "listSheets",
            summary = "List the sheets that have left the council, the latest period first",
            description =
                    "A page has at most 50 sheets. Their numbers are not shown, because beside the exact ones they"
                            + " would show the noise.")
    @PreAuthorize("hasAuthority('sheet:read')")
    SheetList list(@RequestParam(required = false) @Nullable UUID after) {
        var page = Page.of(sharing.sealed().stream().map(SheetView::of).toList(), SheetView::id, after, PAGE);
        return new SheetList(page.items(), page.next());
    }

    @GetMapping("/api/sheets/next/{kind}")
    @Operation(
            operationId = "getNextSheet",
            summary = "Read the exact numbers behind the sheet that is sealed next, beside those of the period before",
            description = "The numbers are for checking before the day of sealing. They stay inside the council.")
    @Answers(TextUnreadable.class)
    @PreAuthorize("hasAuthority('sheet:read')")
    PreviewView next(@PathVariable Sheet kind) {
        return PreviewView.of(sharing.next(kind));
    }

    @PostMapping("/api/sheet-corrections")
    @Operation(
            operationId = "createSheetCorrection",
            summary = "Ask for a sealed sheet to be counted and blurred again, once a year",
            description =
                    "A reader who compares the two sheets can see how much the figures changed, blurred, unless another"
                            + " council corrects at the same time.")
    @Answers({NotFound.class, SharingIsOff.class, CorrectionUsed.class})
    @PreAuthorize("hasAuthority('sheet:write')")
    Created<CorrectionView> correct(@IdempotencyKey String key, @Valid @RequestBody NewCorrection request) {
        var correction = sharing.correct(request.kind(), request.from(), request.reason(), key);
        return new Created<>("/api/sheet-sharing", correction, 0);
    }

    private static Versioned<SharingView> withVersion(SharingView view) {
        return new Versioned<>(view, view.version());
    }
}

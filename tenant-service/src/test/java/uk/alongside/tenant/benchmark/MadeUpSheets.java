package uk.alongside.tenant.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.SheetLayout;

/** Made-up sheets of made-up councils. The noise has a seed, which only tests may give it. */
final class MadeUpSheets {

    private MadeUpSheets() {}

    static UUID council(int number) {
        return UUID.nameUUIDFromBytes(("council " + number).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a quarter's sheet of a council that saw these people, with this share in the first cell of each fact. */
    static SealedSheet quarter(int council, LocalDate from, int people, double first) {
        return sheet(council, Sheet.QUARTER, from, 1, people, first);
    }

    static SealedSheet sheet(int council, Sheet kind, LocalDate from, int version, int people, double first) {
        var layout = SheetLayout.of(kind);
        var cells = new ArrayList<Integer>(Collections.nCopies(layout.cells(), 0));
        var noise = new Random(31L * council + from.toEpochDay() + kind.name().hashCode() + version);
        for (var block : layout.blocks()) {
            var rest = block.fact().cells().size() - 1;
            for (var cell = 0; cell <= rest; cell++) {
                var share = cell == 0 ? first : (1 - first) / rest;
                cells.set(
                        block.first() + cell, (int) Math.round(people * share + layout.sigma() * noise.nextGaussian()));
            }
        }
        return new SealedSheet(
                new SealedSheet.Id(council(council), kind, from, SheetLayout.SPECIFICATION, version),
                null,
                true,
                cells);
    }

    /** Returns the sheet as that of a council with a local authority. */
    static SealedSheet of(String authority, SealedSheet sheet) {
        return new SealedSheet(sheet.id(), authority, false, sheet.cells());
    }

    /** Returns the sheet with other numbers in one fact, without noise. */
    static SealedSheet with(SealedSheet sheet, Fact fact, Integer... numbers) {
        var cells = new ArrayList<>(sheet.cells());
        var first = SheetLayout.of(sheet.id().kind()).block(fact).orElseThrow().first();
        for (var cell = 0; cell < numbers.length; cell++) {
            cells.set(first + cell, numbers[cell]);
        }
        return new SealedSheet(sheet.id(), sheet.authority(), sheet.demonstration(), List.copyOf(cells));
    }
}

package uk.alongside.tenant.benchmark;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

/**
 * A sheet as a council sealed it. Each number has noise in it, so it may be below 0.
 *
 * @param authority the code of the council's local authority at that time; invented, or null, for a demonstration council
 */
record SealedSheet(Id id, @Nullable String authority, boolean demonstration, List<Integer> cells) {

    /**
     * The identity of a sheet.
     *
     * @param from the first day of its period
     * @param version 1, or 2 for a correction
     */
    record Id(UUID council, Sheet kind, LocalDate from, int specification, int version) {

        /** Returns the sheet that this one corrects, or that corrects this one. */
        Id withVersion(int other) {
            return new Id(council, kind, from, specification, other);
        }

        /** Returns the quarter whose release the sheet enters, if it is in time. */
        Quarter quarter() {
            return new Quarter(kind == Sheet.QUARTER ? from : from.plusMonths(9));
        }
    }

    SealedSheet {
        cells = List.copyOf(cells);
    }

    /** Returns whether the sheet has the form of the specification. Its numbers say nothing about that. */
    boolean isWellFormed() {
        return id.specification() == SheetLayout.SPECIFICATION
                && (id.version() == 1 || id.version() == 2)
                && cells.size() == SheetLayout.of(id.kind()).cells()
                && (id.kind() == Sheet.QUARTER
                        ? Quarter.isFirstDay(id.from())
                        : id.from().getMonth() == Month.APRIL && id.from().getDayOfMonth() == 1);
    }

    /** Leaves out the numbers, which no log shows. */
    @Override
    public String toString() {
        return "sheet " + id;
    }
}

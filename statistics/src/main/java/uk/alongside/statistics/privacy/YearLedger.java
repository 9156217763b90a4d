package uk.alongside.statistics.privacy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The account of what a council has sealed about one year, from April to March, and what that has cost in privacy.
 *
 * <p>A year has four quarterly sheets, one yearly sheet and one sheet of breakdowns, and at most one correction. A
 * sheet is sealed only if the cap also leaves room for everything that the year has still to seal. Costs are whole
 * numbers of 1/1152 rho, so that a sum is exact.
 */
public final class YearLedger {

    private static final int UNITS = 1152;

    /** The sheets of a year: how many, and the cost of one. */
    public enum Sheet {
        /** Ten cells with noise of standard deviation 6. */
        QUARTER(4, 10, 36),
        /** Six cells with noise of standard deviation 6. */
        YEAR(1, 6, 36),
        /** Twelve cells with noise of standard deviation 8. */
        BREAKDOWNS(1, 12, 64);

        private final int aYear;
        private final int cost;

        Sheet(int aYear, int squaredSensitivity, int variance) {
            this.aYear = aYear;
            this.cost = UNITS * squaredSensitivity / (2 * variance);
        }

        /** Returns the cost of one such sheet in 1/1152 rho. */
        public int units() {
            return cost;
        }

        /** Returns the cost of one such sheet in rho. */
        public double rho() {
            return (double) cost / UNITS;
        }
    }

    private final double cap;
    private final Map<Sheet, Integer> sealed;
    private final Optional<Sheet> corrected;

    private YearLedger(double cap, Map<Sheet, Integer> sealed, Optional<Sheet> corrected) {
        this.cap = cap;
        this.sealed = sealed;
        this.corrected = corrected;
    }

    /** Returns the ledger of a year in which nothing is sealed yet. */
    public static YearLedger empty(double cap) {
        return new YearLedger(cap, Map.of(), Optional.empty());
    }

    /** Returns the ledger after one more sheet, or nothing if the sheet must not be sealed. */
    public Optional<YearLedger> seal(Sheet sheet) {
        if (sealed(sheet) >= sheet.aYear) {
            return Optional.empty();
        }
        var counts = new EnumMap<Sheet, Integer>(Sheet.class);
        counts.putAll(sealed);
        counts.merge(sheet, 1, Integer::sum);
        return new YearLedger(cap, counts, corrected).ifUnderCap();
    }

    /** Returns the ledger after a sealed sheet is drawn again, or nothing if it must not be. */
    public Optional<YearLedger> correct(Sheet sheet) {
        return corrected.isPresent() || sealed(sheet) == 0
                ? Optional.empty()
                : new YearLedger(cap, sealed, Optional.of(sheet)).ifUnderCap();
    }

    /** Returns what the sealed sheets have cost in rho. */
    public double rhoSpent() {
        return (double) spent() / UNITS;
    }

    /** Returns what the sheets that the year has still to seal will cost in rho. A correction is not among them. */
    public double rhoStillToSeal() {
        return (double) stillToSeal() / UNITS;
    }

    /** Returns whether a sheet of the year was corrected. */
    public boolean isCorrected() {
        return corrected.isPresent();
    }

    private Optional<YearLedger> ifUnderCap() {
        return spent() + stillToSeal() <= cap * UNITS ? Optional.of(this) : Optional.empty();
    }

    private int spent() {
        var sum = corrected.map(sheet -> sheet.cost).orElse(0);
        for (var sheet : Sheet.values()) {
            sum += sealed(sheet) * sheet.cost;
        }
        return sum;
    }

    private int stillToSeal() {
        var sum = 0;
        for (var sheet : Sheet.values()) {
            sum += (sheet.aYear - sealed(sheet)) * sheet.cost;
        }
        return sum;
    }

    private int sealed(Sheet sheet) {
        return sealed.getOrDefault(sheet, 0);
    }
}

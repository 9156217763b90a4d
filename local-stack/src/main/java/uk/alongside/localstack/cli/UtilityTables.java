package uk.alongside.localstack.cli;

import static uk.alongside.statistics.simulation.RateModel.CENTRAL;
import static uk.alongside.statistics.simulation.RateModel.CHANGE_OF_FOUR;
import static uk.alongside.statistics.simulation.RateModel.CHANGE_OF_THREE;
import static uk.alongside.statistics.simulation.RateModel.HIGH;
import static uk.alongside.statistics.simulation.RateModel.YES_OR_NO;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import uk.alongside.statistics.simulation.MadeUpChance;
import uk.alongside.statistics.simulation.RateModel;
import uk.alongside.statistics.simulation.SimulatedPool.Size;
import uk.alongside.statistics.simulation.Utility;
import uk.alongside.statistics.simulation.WaitUtility;

/**
 * The tables of how often figures are released by number of councils, which were computed when the benchmarks were designed
 * (docs/adr/0057), beside what the functions of the product give. Figures of 250 residents in one quarter have a limit; the
 * others are for comparison (docs/adr/0074).
 */
final class UtilityTables {

    /** How many percent a share may differ from the table. */
    private static final double NEAR = 8;

    private static final int RUNS = 1000;
    private static final int RESIDENTS_OF_LIMITS = 250;
    private static final int PAIRS = 160;
    private static final int ENOUGH = 20;
    private static final double MOST = 0.9;

    /** The largest error of the median wait of councils with 250 residents. */
    private static final double MOST_DAYS = 0.6;

    private final Consumer<String> print;
    private final MadeUpChance chance;
    private boolean met = true;

    UtilityTables(Consumer<String> print, MadeUpChance chance) {
        this.print = print;
        this.chance = chance;
    }

    /** Percent of figures with a pooled rate, with quartiles and with the outer tenths, as designed. */
    private record Designed(
            RateModel model, int councils, int residents, int sheets, int pooled, int quartiles, int deciles) {

        boolean isLimit() {
            return residents == RESIDENTS_OF_LIMITS && sheets == 1;
        }

        /** Returns the largest difference of the three shares, in percent. */
        double apart(Utility utility) {
            return Math.max(
                    Math.abs(100 * utility.pooled() - pooled),
                    Math.max(
                            Math.abs(100 * utility.quartiles() - quartiles),
                            Math.abs(100 * utility.deciles() - deciles)));
        }
    }

    private static final List<Designed> DESIGNED = List.of(
            new Designed(CENTRAL, 5, 80, 1, 2, 0, 0),
            new Designed(CENTRAL, 5, 80, 4, 31, 0, 0),
            new Designed(CENTRAL, 5, 250, 1, 58, 0, 0),
            new Designed(CENTRAL, 5, 250, 4, 95, 0, 0),
            new Designed(CENTRAL, 10, 80, 1, 49, 0, 0),
            new Designed(CENTRAL, 10, 80, 4, 100, 0, 0),
            new Designed(CENTRAL, 10, 250, 1, 100, 0, 0),
            new Designed(CENTRAL, 10, 250, 4, 100, 0, 0),
            new Designed(CENTRAL, 15, 80, 1, 84, 0, 0),
            new Designed(CENTRAL, 15, 80, 4, 100, 17, 0),
            new Designed(CENTRAL, 15, 250, 1, 100, 74, 0),
            new Designed(CENTRAL, 15, 250, 4, 100, 100, 0),
            new Designed(CENTRAL, 20, 80, 1, 99, 0, 0),
            new Designed(CENTRAL, 20, 80, 4, 100, 68, 0),
            new Designed(CENTRAL, 20, 250, 1, 100, 99, 0),
            new Designed(CENTRAL, 20, 250, 4, 100, 100, 13),
            new Designed(CENTRAL, 40, 80, 1, 100, 48, 0),
            new Designed(CENTRAL, 40, 80, 4, 100, 100, 68),
            new Designed(CENTRAL, 40, 250, 1, 100, 100, 100),
            new Designed(CENTRAL, 40, 250, 4, 100, 100, 100),
            new Designed(CENTRAL, 100, 80, 1, 100, 100, 88),
            new Designed(CENTRAL, 100, 80, 4, 100, 100, 100),
            new Designed(CENTRAL, 100, 250, 1, 100, 100, 100),
            new Designed(CENTRAL, 100, 250, 4, 100, 100, 100),
            new Designed(CENTRAL, 200, 80, 1, 100, 100, 100),
            new Designed(CENTRAL, 200, 250, 1, 100, 100, 100),
            new Designed(HIGH, 5, 80, 1, 1, 0, 0),
            new Designed(HIGH, 5, 80, 4, 12, 0, 0),
            new Designed(HIGH, 5, 250, 1, 34, 0, 0),
            new Designed(HIGH, 5, 250, 4, 74, 0, 0),
            new Designed(HIGH, 10, 80, 1, 22, 0, 0),
            new Designed(HIGH, 10, 80, 4, 72, 0, 0),
            new Designed(HIGH, 10, 250, 1, 94, 0, 0),
            new Designed(HIGH, 10, 250, 4, 100, 0, 0),
            new Designed(HIGH, 15, 80, 1, 43, 0, 0),
            new Designed(HIGH, 15, 80, 4, 92, 42, 0),
            new Designed(HIGH, 15, 250, 1, 99, 79, 0),
            new Designed(HIGH, 15, 250, 4, 100, 97, 0),
            new Designed(HIGH, 20, 80, 1, 59, 9, 0),
            new Designed(HIGH, 20, 80, 4, 99, 70, 0),
            new Designed(HIGH, 20, 250, 1, 100, 87, 1),
            new Designed(HIGH, 20, 250, 4, 100, 97, 33),
            new Designed(HIGH, 40, 80, 1, 93, 60, 4),
            new Designed(HIGH, 40, 80, 4, 100, 87, 86),
            new Designed(HIGH, 40, 250, 1, 100, 97, 97),
            new Designed(HIGH, 40, 250, 4, 100, 99, 99),
            new Designed(HIGH, 100, 80, 1, 100, 89, 89),
            new Designed(HIGH, 100, 80, 4, 100, 96, 96),
            new Designed(HIGH, 100, 250, 1, 100, 99, 99),
            new Designed(HIGH, 200, 80, 1, 100, 84, 84),
            new Designed(HIGH, 200, 250, 1, 100, 100, 100));

    /** Percent of facts of a year with a pooled rate and with quartiles, as designed. */
    private record Yearly(int councils, int pooled, int quartiles) {}

    private static final List<Yearly> OF_A_YEAR = List.of(
            new Yearly(5, 52, 0),
            new Yearly(10, 100, 0),
            new Yearly(15, 100, 65),
            new Yearly(20, 100, 96),
            new Yearly(40, 100, 100));

    /** Percent of median waits that are released, as designed. */
    private record Wait(int councils, int residents, int least, int most) {}

    private static final List<Wait> WAITS = List.of(
            new Wait(5, 250, 47, 57),
            new Wait(10, 80, 52, 52),
            new Wait(10, 250, 100, 100),
            new Wait(20, 250, 100, 100),
            new Wait(40, 250, 100, 100));

    /** Prints the tables, and returns whether every share that has a limit is near the one designed. */
    boolean print() {
        print.accept("");
        print.accept(
                "Released by number of councils: percent with a pooled rate / quartiles / outer tenths, and as designed; of "
                        + RESIDENTS_OF_LIMITS + " residents in one quarter within " + (int) NEAR);
        print.accept("  rate     councils  residents  window   released        designed        interval holds");
        DESIGNED.forEach(this::released);
        printYearly();
        printWaits();
        return met;
    }

    private void released(Designed designed) {
        var size = new Size(designed.councils(), designed.residents(), designed.sheets());
        var utility = Utility.of(
                designed.model(),
                size,
                RUNS,
                chance.at(1, designed.model().name().hashCode()));
        var apart = designed.apart(utility);
        boolean isMet = isHeld(designed, utility) && (apart <= NEAR || !designed.isLimit());
        met &= isMet;
        print.accept(String.format(
                Locale.ROOT,
                "  %-7s  %8d  %9d  %-7s  %3.0f /%4.0f /%4.0f  %3d /%4d /%4d  %13s%%  %.0f apart%s",
                designed.model().name().toLowerCase(Locale.ROOT),
                designed.councils(),
                designed.residents(),
                designed.sheets() == 1 ? "quarter" : "year",
                100 * utility.pooled(),
                100 * utility.quartiles(),
                100 * utility.deciles(),
                designed.pooled(),
                designed.quartiles(),
                designed.deciles(),
                number(100 * utility.coverage()),
                apart,
                isMet ? designed.isLimit() ? ", met" : "" : ", NOT MET"));
    }

    /**
     * Returns whether 93 to 97% of the intervals hold the exact rate, and two standard errors. Few councils and few released
     * rates are left out: those that pass are the luckier ones.
     */
    private static boolean isHeld(Designed designed, Utility utility) {
        var released = utility.runs() * utility.pooled();
        var wide = 0.02 + 2 * Math.sqrt(0.95 * 0.05 / released);
        return designed.councils() < ENOUGH || utility.pooled() < MOST || Math.abs(utility.coverage() - 0.95) <= wide;
    }

    private void printYearly() {
        print.accept("");
        print.accept("Facts of a year, " + PAIRS + " pairs: percent released / with quartiles, and as designed");
        for (var year : OF_A_YEAR) {
            var utility = yearly(CHANGE_OF_THREE, year.councils());
            print.accept(String.format(
                    Locale.ROOT,
                    "  %8d councils  %s  %3d /%4d  error of the rate %s, of quartiles %s",
                    year.councils(),
                    released(utility),
                    year.pooled(),
                    year.quartiles(),
                    number(utility.pooledError()),
                    number(utility.quartileError())));
            print.accept(String.format(
                    Locale.ROOT,
                    "                     %s  with four cells, of which two are the rate; %s  with two cells",
                    released(yearly(CHANGE_OF_FOUR, year.councils())),
                    released(yearly(YES_OR_NO, year.councils()))));
        }
    }

    private Utility yearly(RateModel model, int councils) {
        return Utility.of(model, new Size(councils, PAIRS, 1), RUNS, chance.at(2));
    }

    private static String released(Utility utility) {
        return String.format(Locale.ROOT, "%3.0f /%4.0f", 100 * utility.pooled(), 100 * utility.quartiles());
    }

    private void printWaits() {
        print.accept("");
        print.accept("Median wait in one quarter: percent released, and as designed; of " + RESIDENTS_OF_LIMITS
                + " residents within " + (int) NEAR + ", and from ten councils on an error of at most "
                + number(MOST_DAYS) + " days");
        for (var wait : WAITS) {
            for (int days : List.of(6, 22)) {
                var size = new Size(wait.councils(), wait.residents(), 1);
                var utility = WaitUtility.of(days, size, RUNS, chance.at(3, days));
                boolean isLimit = wait.residents() == RESIDENTS_OF_LIMITS;
                boolean isNear = 100 * utility.released() >= wait.least() - NEAR
                        && 100 * utility.released() <= wait.most() + NEAR;
                boolean isExact = wait.councils() < 10 || utility.error() <= MOST_DAYS;
                boolean isMet = !isLimit || (isNear && isExact);
                met &= isMet;
                print.accept(String.format(
                        Locale.ROOT,
                        "  %8d councils  %3d residents  wait of %2d days  %3.0f  %3d to %3d  error %s  %s",
                        wait.councils(),
                        wait.residents(),
                        days,
                        100 * utility.released(),
                        wait.least(),
                        wait.most(),
                        number(utility.error()),
                        isLimit ? isMet ? "met" : "NOT MET" : ""));
            }
        }
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.2f", number);
    }
}

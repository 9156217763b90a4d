package uk.alongside.localstack.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.simulation.Coalition;
import uk.alongside.statistics.simulation.FlagRuns;
import uk.alongside.statistics.simulation.Guessing;
import uk.alongside.statistics.simulation.History;
import uk.alongside.statistics.simulation.MadeUpChance;
import uk.alongside.statistics.simulation.RateModel;
import uk.alongside.statistics.simulation.Residual;
import uk.alongside.statistics.simulation.RoundedCounts;
import uk.alongside.statistics.simulation.Schedules;
import uk.alongside.statistics.simulation.SimulatedPool.Size;
import uk.alongside.statistics.simulation.Utility;

/**
 * The command {@code ./alongside simulate}: made-up councils through the functions that seal and release, how useful the
 * figures are, and what attackers can do with them. The seed is of the made-up counts; the noise has none.
 */
final class Simulation {

    private static final double SMALLEST_P = 1e-6;

    private final SimulationOptions options;
    private final Progress progress;
    private final MadeUpChance chance;
    private boolean met = true;

    Simulation(SimulationOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.chance = MadeUpChance.of(options.seed());
    }

    /** Prints the tables, and returns whether every limit is met. */
    boolean run() {
        say(String.format(
                Locale.ROOT,
                "%d made-up councils over %d quarters, about 250 residents in each. The counts come from seed %d; the"
                        + " noise is drawn new each time.",
                options.councils(),
                options.quarters(),
                options.seed()));
        printHistory();
        printUtility();
        printAcceptance();
        met &= new UtilityTables(this::say, chance.at(14)).print();
        printFlags();
        printAttacks();
        say("");
        say(met ? "Every limit is met." : "NOT every limit is met.");
        return met;
    }

    private void printHistory() {
        say("");
        say("Releases, each of the last four quarters of " + options.councils() + " councils");
        say("  quarter  rates released  with quartiles  places told  worth a look  councils with one  withheld");
        var quarters = History.of(options.councils(), 250, options.quarters(), chance.at(1));
        for (int number = 0; number < quarters.size(); number++) {
            var quarter = quarters.get(number);
            say(String.format(
                    Locale.ROOT,
                    "  %7d  %8d of %2d  %14d  %11d  %12d  %17d  %s",
                    number + 1,
                    quarter.released(),
                    quarter.rates(),
                    quarter.quartiles(),
                    quarter.places(),
                    quarter.flags(),
                    quarter.councilsWithFlag(),
                    quarter.withheld().entrySet().stream()
                            .map(reason -> reason.getValue() + " "
                                    + reason.getKey()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))
                            .sorted()
                            .collect(Collectors.joining(", "))));
        }
    }

    private void printUtility() {
        say("");
        say("Utility: percent of runs with a pooled rate / quartiles / outer tenths; error in points; 300 runs each");
        say("  rate     councils  residents  window   released        error of rate  of quartiles  interval holds");
        for (var model : List.of(RateModel.CENTRAL, RateModel.HIGH, RateModel.LOW)) {
            for (int residents : List.of(80, 250)) {
                for (int sheets : List.of(1, 4)) {
                    var utility = Utility.of(
                            model,
                            new Size(options.councils(), residents, sheets),
                            300,
                            chance.at(2, model.name().hashCode()));
                    say(String.format(
                            Locale.ROOT,
                            "  %-7s  %8d  %9d  %-7s  %3.0f /%4.0f /%4.0f  %13s  %12s  %13s%%",
                            model.name().toLowerCase(Locale.ROOT),
                            options.councils(),
                            residents,
                            sheets == 1 ? "quarter" : "year",
                            100 * utility.pooled(),
                            100 * utility.quartiles(),
                            100 * utility.deciles(),
                            number(utility.pooledError()),
                            number(utility.quartileError()),
                            number(100 * utility.coverage())));
                }
            }
        }
    }

    private void printAcceptance() {
        say("");
        say("Limits at 20 councils of 250 residents, one quarter, a rate of about 60%, 4,000 runs");
        var utility = Utility.of(RateModel.CENTRAL, new Size(20, 250, 1), 4000, chance.at(3));
        limit("error of the pooled rate, at most 0.8 points", utility.pooledError(), utility.pooledError() <= 0.8);
        limit("error of quartiles, at most 2.0 points", utility.quartileError(), utility.quartileError() <= 2);
        limit(
                "intervals that hold the exact rate, 93 to 97%",
                100 * utility.coverage(), utility.coverage() >= 0.93 && utility.coverage() <= 0.97);
        limit(
                "councils on the same side of the limits, at least 98%",
                100 * utility.sameSide(), utility.sameSide() >= 0.98);
        limit("rates released, within 8 of 100%", 100 * utility.pooled(), utility.pooled() >= 0.92);
        limit("quartiles released, within 8 of 99%", 100 * utility.quartiles(), utility.quartiles() >= 0.91);
    }

    private void printFlags() {
        say("");
        say("Worth a look, at 40 councils with sixteen rates");
        var size = new Size(40, 250, 1);
        var without = FlagRuns.of(RateModel.CENTRAL_WITHOUT_SPREAD, size, 0, 60, chance.at(4));
        var with = FlagRuns.of(RateModel.CENTRAL, size, 0, 60, chance.at(5));
        var apart = FlagRuns.of(RateModel.HIGH, size, -0.3, 60, chance.at(6));
        var higher = FlagRuns.of(RateModel.CENTRAL, size, 0.3, 60, chance.at(12));
        var lower = FlagRuns.of(RateModel.CENTRAL, size, -0.3, 60, chance.at(13));
        limit(
                "ordinary councils with a mark, no spread, at most 7%",
                100 * without.councilsWithFlag(), without.councilsWithFlag() <= 0.07);
        limit(
                "ordinary councils with a mark, spread 8 points, at most 7%",
                100 * with.councilsWithFlag(), with.councilsWithFlag() <= 0.07);
        say(String.format(
                Locale.ROOT,
                "  Marks for each council and release: %.3f without spread, %.3f with a spread of 8 points (designed 0.04 to"
                        + " 0.06, no limit).",
                without.flags(),
                with.flags()));
        limit(
                "a council of median size at 65% where the usual rate is 95% is found, at least 80%",
                100 * apart.apartFound(), apart.apartFound() >= 0.8);
        say(String.format(
                Locale.ROOT,
                "  Where the usual rate is 60%% and councils differ by 8 points, one at 90%% is found in %.0f%%, one at 30%% in"
                        + " %.0f%% (no limit).",
                100 * higher.apartFound(),
                100 * lower.apartFound()));
    }

    private void printAttacks() {
        say("");
        say("Attacks");
        rounded("rounded to 5", 5);
        rounded("rounded to the middle of bands of 6", 6);
        guess(
                "5: is she in a quarter's sheet, percent right",
                Guessing.of(List.of(Sheet.QUARTER), 20_000, chance.at(7)));
        guess(
                "5: is she in the three sheets of a year's end, percent right",
                Guessing.of(List.of(Sheet.values()), 5000, chance.at(8)));
        residual(
                "9: all others take their sheets away, sd of what is left",
                Residual.ofAllOthers(5, 10_000, chance.at(9)));
        residual("13: a lone correction, sd of the difference", Residual.ofACorrection(10_000));
        residual("20: headline less breakdowns, sd of the difference", Residual.ofHeadlineAndBreakdowns(5000));
        var schedules =
                Schedules.of(Math.min(options.councils(), 40), Math.min(options.quarters(), 12), 10, chance.at(10));
        limit(
                "12: sheets that can be worked out after %d releases (families withheld %d times, all %d times), none"
                        .formatted(schedules.releases(), schedules.familiesWithheld(), schedules.everythingWithheld()),
                schedules.readable(),
                schedules.readable() == 0);
        for (int councils : List.of(5, 15)) {
            var coalition = Coalition.of(RateModel.CENTRAL, new Size(councils, 500, 1), 4000, chance.at(11, councils));
            limit(
                    "26: three of %d councils about a fourth, width of their estimate, at least 0.70"
                            .formatted(councils),
                    coalition.width(),
                    coalition.width() >= 0.7 - 3 * 0.5 / Math.sqrt(coalition.runs()));
        }
    }

    /** Prints how much an attacker would know if counts were rounded instead of blurred. */
    private void rounded(String words, int multiple) {
        var attack = RoundedCounts.toMultiplesOf(multiple, 20_000, chance.at(15));
        say(String.format(
                Locale.ROOT,
                "  If counts were %s: certain in %.0f%% of cases, %.1f%% right (for comparison; blurred counts never)",
                words,
                100 * attack.certain(),
                100 * attack.right()));
    }

    private void guess(String words, Guessing guessing) {
        limit(
                "%s, at most %s and three standard errors (%s)"
                        .formatted(words, number(100 * guessing.bound()), number(100 * guessing.threeErrors())),
                100 * guessing.right(),
                guessing.isWithinBound());
    }

    private void residual(String words, Residual residual) {
        limit(
                "%s, %s by its noise (chi-square p %.2g)".formatted(words, number(residual.expectedSd()), residual.p()),
                residual.sd(),
                residual.p() > SMALLEST_P);
    }

    private void limit(String words, double value, boolean isMet) {
        met &= isMet;
        say(String.format(Locale.ROOT, "  %-108s %8s  %s", words, number(value), isMet ? "met" : "NOT MET"));
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.2f", number);
    }

    private void say(String words) {
        progress.print(words);
    }
}

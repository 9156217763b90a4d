package uk.alongside.conversations.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.measure.Instrument.Scale;
import uk.alongside.conversations.person.MergedPeople;

/** Computes how the answers of the council's people change between the baseline and the first follow-up. */
@Service
class ChangeService {

    /** A follow-up after this time is no pair: too much else has happened in the person's life. */
    private static final int MOST_MONTHS = 12;

    private final Instruments instruments;
    private final Measures measures;
    private final MergedPeople merged;

    ChangeService(Instruments instruments, Measures measures, MergedPeople merged) {
        this.instruments = instruments;
        this.measures = measures;
        this.merged = merged;
    }

    /**
     * The mean of changes with its 95 % confidence interval, by Student's t distribution.
     *
     * @param low the lower end of the interval
     * @param high the upper end of the interval
     */
    record MeanChange(int pairs, double mean, double low, double high) {

        /**
         * The smallest number of pairs whose mean is shown. With fewer, one person's change moves the mean and may be guessed
         * from it, and the interval is too wide to say anything.
         */
        static final int FEWEST_PAIRS = 8;

        private static final double UPPER_TAIL = 0.975;

        /** Returns the mean of these changes, or nothing if there are fewer than {@link #FEWEST_PAIRS}. */
        static Optional<MeanChange> of(List<Double> changes) {
            int pairs = changes.size();
            if (pairs < FEWEST_PAIRS) {
                return Optional.empty();
            }
            double mean = changes.stream().mapToDouble(Double::doubleValue).sum() / pairs;
            double squares = changes.stream()
                    .mapToDouble(change -> (change - mean) * (change - mean))
                    .sum();
            double error = Math.sqrt(squares / (pairs - 1) / pairs);
            double margin = new TDistribution(pairs - 1).inverseCumulativeProbability(UPPER_TAIL) * error;
            return Optional.of(new MeanChange(pairs, mean, mean - margin, mean + margin));
        }
    }

    /** The change of one score of an instrument; empty if there are too few pairs to show it. */
    record Change(Instrument instrument, Scale scale, Optional<MeanChange> mean) {

        /** Returns to how many decimals the change is rounded: one more than an answer of one person has. */
        int decimals() {
            return 1
                    + instrument.items().stream()
                            .mapToInt(Instrument.Item::decimalPlaces)
                            .max()
                            .orElse(0);
        }
    }

    /** How much a score changed between the baseline and this follow-up. */
    record Pair(Measure followUp, double change) {}

    @Transactional(readOnly = true)
    List<Change> all() {
        return instruments.all().stream().flatMap(this::changes).toList();
    }

    private Stream<Change> changes(Instrument instrument) {
        var courses = courses(instrument.code());
        return instrument.scales().stream()
                .map(scale -> new Change(
                        instrument,
                        scale,
                        MeanChange.of(courses.stream()
                                .flatMap(course -> change(course, scale).stream())
                                .map(Pair::change)
                                .toList())));
    }

    /** Returns the answers of each person who has more than one measure of an instrument. */
    private List<Course> courses(String instrument) {
        var kept = merged.all();
        var inMerges =
                Stream.concat(kept.keySet().stream(), kept.values().stream()).collect(Collectors.toSet());
        return measures.repeated(instrument, inMerges).stream()
                .collect(Collectors.groupingBy(
                        measure -> kept.getOrDefault(measure.person(), measure.person()), Collectors.toList()))
                .values()
                .stream()
                .map(found -> new Course(instruments, found))
                .toList();
    }

    /** Returns the changes of a score, with the day and the conversation of each follow-up. */
    List<Pair> pairs(String code, String scaleId) {
        var scale = instruments.find(code).orElseThrow().scales().stream()
                .filter(each -> each.id().equals(scaleId))
                .findFirst()
                .orElseThrow();
        return courses(code).stream()
                .flatMap(course -> change(course, scale).stream())
                .toList();
    }

    /**
     * Returns how the score changed between the baseline and the first follow-up that has it, or nothing if one of them is
     * missing.
     */
    private static Optional<Pair> change(Course course, Scale scale) {
        var baseline = course.measures().getFirst();
        var latest = baseline.day().plusMonths(MOST_MONTHS);
        return score(course, baseline, scale)
                .flatMap(before -> course.measures().stream()
                        .skip(1)
                        .filter(measure -> measure.day().isAfter(baseline.day()))
                        .filter(measure -> !measure.day().isAfter(latest))
                        // A person who was merged may have set goals of their own.
                        .filter(measure -> measure.content().goals().isEmpty())
                        .flatMap(measure -> score(course, measure, scale).stream()
                                .map(after ->
                                        new Pair(measure, after.subtract(before).doubleValue())))
                        .findFirst());
    }

    private static Optional<BigDecimal> score(Course course, Measure measure, Scale scale) {
        return scale.score(course.goals(measure.instrument()), measure.content().answers());
    }
}

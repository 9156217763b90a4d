package uk.alongside.conversations.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Transactional(readOnly = true)
    List<Change> all() {
        return instruments.all().stream().flatMap(this::changes).toList();
    }

    private Stream<Change> changes(Instrument instrument) {
        var kept = merged.all();
        var inMerges =
                Stream.concat(kept.keySet().stream(), kept.values().stream()).collect(Collectors.toSet());
        var courses = measures.repeated(instrument.code(), inMerges).stream()
                .collect(Collectors.groupingBy(
                        measure -> kept.getOrDefault(measure.person(), measure.person()), Collectors.toList()))
                .values()
                .stream()
                .map(found -> new Course(instruments, found))
                .toList();
        return instrument.scales().stream()
                .map(scale -> new Change(
                        instrument,
                        scale,
                        MeanChange.of(courses.stream()
                                .flatMap(course -> change(course, scale).stream())
                                .toList())));
    }

    /**
     * Returns how the score changed between the baseline and the first follow-up that has it, or nothing if one of them is
     * missing.
     */
    private static Optional<Double> change(Course course, Scale scale) {
        var baseline = course.measures().getFirst();
        var latest = baseline.day().plusMonths(MOST_MONTHS);
        return score(course, baseline, scale)
                .flatMap(before -> course.measures().stream()
                        .skip(1)
                        .filter(measure -> measure.day().isAfter(baseline.day()))
                        .filter(measure -> !measure.day().isAfter(latest))
                        // A person who was merged may have set goals of their own.
                        .filter(measure -> measure.content().goals().isEmpty())
                        .flatMap(measure -> score(course, measure, scale).stream())
                        .findFirst()
                        .map(after -> after.subtract(before).doubleValue()));
    }

    private static Optional<BigDecimal> score(Course course, Measure measure, Scale scale) {
        return scale.score(course.goals(measure.instrument()), measure.content().answers());
    }
}

package uk.alongside.tenant.benchmark;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of a released file. Every number in it is on this list (docs/benchmark-file.md).
 *
 * @param madeUp whether the sheets are those of demonstration councils
 * @param families the families of the year; empty if the contributors were too few
 * @param restated earlier releases that this one replaces, because a council corrected its figures
 */
record ReleaseFile(
        int format,
        Period period,
        LocalDate madeOn,
        int specification,
        boolean madeUp,
        List<Family> families,
        List<PoolFigures> pools,
        List<Breakdown> breakdowns,
        List<Restated> restated) {

    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** Days from the first to the last, both included. */
    record Period(LocalDate from, LocalDate to) {}

    record Family(String family, List<Bound> bounds) {}

    /**
     * One of the cuts that bound a family.
     *
     * @param half lower or upper
     * @param code of two councils with this value, the one with this code or a later one is in the upper half
     */
    record Bound(String measure, String half, BigDecimal value, String code) {}

    /**
     * The figures of one pool.
     *
     * @param contributors to the nearest 5
     * @param withheld the reason, for all figures of the pool
     */
    record PoolFigures(
            String pool,
            String sheet,
            Period window,
            List<LocalDate> quarters,
            @Nullable Long contributors,
            @Nullable String withheld,
            List<RateFigure> rates,
            List<WaitFigure> waits) {

        boolean isOf(Pool other) {
            return pool.equals(other.name())
                    && sheet.equals(ReleaseFigures.word(other.kind()))
                    && window.equals(new Period(other.from(), other.to()));
        }
    }

    /**
     * A rate. Shares are from 0 to 1; the percentage is as pages show it.
     *
     * @param lower the end of the 95% interval of the noise
     * @param privacySd the standard deviation that the noise alone gives to the share
     * @param withheld the reason; then there is no figure
     */
    record RateFigure(
            String rate,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal share,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable BigDecimal privacySd,
            @Nullable String withheld,
            @Nullable Differences differences) {}

    /**
     * How the councils differ in a rate.
     *
     * @param councils how many councils are precise enough, rounded down to a multiple of 5
     * @param variance the usual variance between councils on the arcsine scale, for the flags of own figures
     * @param withheld the reason why there are no quantiles
     */
    record Differences(
            @Nullable Long councils,
            @Nullable BigDecimal variance,
            @Nullable String withheld,
            @Nullable Quantiles quantiles) {}

    /** Quantiles in whole percent. The tenths are there from twenty precise councils on. */
    record Quantiles(
            @Nullable BigDecimal lowestTenth,
            BigDecimal lowerQuartile,
            BigDecimal median,
            BigDecimal upperQuartile,
            @Nullable BigDecimal highestTenth) {}

    /**
     * The median wait in days, of all people or of those who were not seen on the same day.
     *
     * @param days whole, 0 for the same day
     * @param overDays the median is more days than this; then there are no days
     */
    record WaitFigure(
            String people,
            @Nullable Long days,
            @Nullable Long overDays,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable BigDecimal privacySd,
            @Nullable String withheld) {}

    /**
     * A rate in one group of residents of all councils.
     *
     * @param shown the percentage, scaled so that the groups add up to the rate of everybody; only for display
     */
    record Breakdown(
            String rate,
            String split,
            String group,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal shown,
            @Nullable BigDecimal share,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable BigDecimal privacySd,
            @Nullable String withheld) {}

    /** The figures of an earlier release with the corrections. */
    record Restated(Period period, List<PoolFigures> pools, List<Breakdown> breakdowns) {}

    /** Returns the exact text of the file. */
    String text() {
        return JSON.writeValueAsString(this);
    }

    /** Reads a file. A field that is not on the list is an error. */
    static ReleaseFile read(String text) {
        return JSON.readValue(text, ReleaseFile.class);
    }
}

package uk.alongside.conversations.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a released file that a comparison uses (docs/benchmark-file.md). */
record BenchmarkFile(
        int format,
        Period period,
        LocalDate madeOn,
        int specification,
        boolean madeUp,
        List<Family> families,
        List<Pool> pools,
        List<Breakdown> breakdowns,
        List<Restated> restated) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Days from the first to the last, both included. */
    record Period(LocalDate from, LocalDate to) {}

    record Family(String family, List<Bound> bounds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bound(String measure, String half, BigDecimal value) {}

    record Pool(
            String pool,
            String sheet,
            Period window,
            List<LocalDate> quarters,
            @Nullable Long contributors,
            @Nullable String withheld,
            List<Rate> rates,
            List<Wait> waits) {}

    record Rate(
            String rate,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal share,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable BigDecimal privacySd,
            @Nullable String withheld,
            @Nullable Differences differences) {}

    record Differences(
            @Nullable Integer councils,
            @Nullable BigDecimal variance,
            @Nullable String withheld,
            @Nullable Quantiles quantiles) {}

    record Quantiles(BigDecimal lowerQuartile, BigDecimal median, BigDecimal upperQuartile) {}

    record Wait(
            String people,
            @Nullable Long days,
            @Nullable Long overDays,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable String withheld) {}

    record Breakdown(
            String rate,
            String split,
            String group,
            @Nullable BigDecimal shown,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable String withheld) {}

    record Restated(Period period, List<Pool> pools, List<Breakdown> breakdowns) {}

    static BenchmarkFile read(String text) {
        return JSON.readValue(text, BenchmarkFile.class);
    }
}

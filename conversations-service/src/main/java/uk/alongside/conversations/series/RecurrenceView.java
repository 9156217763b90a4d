package uk.alongside.conversations.series;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a recurrence, for pages that describe it in words. */
@Schema(name = "Recurrence")
record RecurrenceView(
        Frequency repeats,
        int every,
        List<DayOfWeek> days,

        @Nullable @Schema(description = "Monthly: 1 to 4, or -1 for the last week of the month")
        Integer week,

        List<LocalDate> dates,
        @Nullable LocalDate until) {

    static RecurrenceView of(Recurrence recurrence) {
        var pattern = recurrence.pattern();
        return new RecurrenceView(
                pattern.repeats(), pattern.every(), pattern.days(), pattern.week(), pattern.dates(), pattern.until());
    }
}

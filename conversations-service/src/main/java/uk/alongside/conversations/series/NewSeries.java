package uk.alongside.conversations.series;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.series.SeriesRefusal.EndsBeforeItBegins;
import uk.alongside.conversations.series.SeriesRefusal.NoDates;
import uk.alongside.conversations.series.SeriesRefusal.NoDays;
import uk.alongside.conversations.session.Break;
import uk.alongside.conversations.session.PatternRequest;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** A request to plan a series, or to preview it. */
record NewSeries(
        @NotNull Frequency repeats,

        @Nullable
        @Schema(description = "The series begins on its first day on or after this date; not for single dates")
        LocalDate from,

        @Nullable @Min(1) @Max(8) @Schema(description = "Weekly: the number of weeks from one to the next")
        Integer every,

        @Nullable @Size(max = 7) @Schema(description = "Weekly: the days; monthly: one day")
        List<@NotNull DayOfWeek> days,

        @Nullable @Min(-1) @Max(4) @Schema(description = "Monthly: 1 to 4 for the first to fourth, -1 for the last")
        Integer week,

        @Nullable @Size(max = 60) List<@NotNull LocalDate> dates,

        @Nullable @Schema(description = "The last day, at most 12 months ahead; if left out, the series goes on")
        LocalDate until,

        @Nullable @Min(1) @Max(104) @Schema(description = "The number of sessions, instead of until")
        Integer times,

        @NotNull @Schema(example = "09:30") LocalTime starts,

        @NotNull @Schema(example = "12:30", description = PatternRequest.MIDNIGHT)
        LocalTime ends,

        @Nullable @Size(max = 6) List<@Valid @NotNull Break> breaks,

        @Nullable @Min(5) @Max(240) @Schema(description = PatternRequest.DROP_IN)
        Integer slotMinutes,

        @Nullable @Min(1) @Max(50) Integer placesPerSlot,

        @Nullable @Size(max = 100) @TypedText(TextKind.LINE) @Schema(example = "First contact")
        String kind,

        @Nullable @Size(max = 100) @TypedText(TextKind.LINE) @Schema(example = "Room 2")
        String room,

        @Nullable @Schema(description = PatternRequest.ROOM_ID)
        UUID roomId,

        @Nullable @Size(max = 20) List<@NotNull UUID> staff,

        @Nullable @Size(max = 400) @Schema(description = "Days to leave out")
        Set<@NotNull LocalDate> skip,

        @Nullable
        @Size(max = 400)
        @Schema(description = "Bank holidays and days of a closure on which the session is held all the same")
        Set<@NotNull LocalDate> keep)
        implements PatternRequest {

    SeriesPlan plan() {
        return new SeriesPlan(recurrence(), pattern(), orNone(skip), orNone(keep));
    }

    private Recurrence recurrence() {
        if (repeats == Frequency.DATES) {
            if (dates == null || dates.isEmpty()) {
                throw new NoDates().refused();
            }
            return Recurrence.on(dates);
        }
        if (from == null) {
            throw new NoDates().refused();
        }
        if (days == null || days.isEmpty()) {
            throw new NoDays().refused();
        }
        var endless = recurrence(from, days, null);
        if (until != null) {
            if (until.isBefore(endless.first())) {
                throw new EndsBeforeItBegins(endless.first()).refused();
            }
            return recurrence(from, days, until);
        }
        return times == null ? endless : recurrence(from, days, endless.dayOf(times));
    }

    private Recurrence recurrence(LocalDate from, List<DayOfWeek> days, @Nullable LocalDate until) {
        return repeats == Frequency.WEEKLY
                ? Recurrence.weekly(from, every == null ? 1 : every, Set.copyOf(days), until)
                : Recurrence.monthly(from, week == null || week == 0 ? 1 : week, days.getFirst(), until);
    }

    private static Set<LocalDate> orNone(@Nullable Set<LocalDate> days) {
        return days == null ? Set.of() : days;
    }
}

package uk.alongside.conversations.series;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.calendar.PlanningConflict;
import uk.alongside.conversations.series.SeriesService.Preview;

/** The days that a series would have, with their conflicts. */
record SeriesPreview(
        RecurrenceView repeats,
        @Schema(description = "The next 8 dates") List<PreviewDay> dates,

        @Schema(description = "The later dates of the coming year that have a conflict")
        List<PreviewDay> later,

        @Schema(description = "The number of sessions in the coming year")
        long sessions,

        @Schema(description = "The years whose bank holidays are not published yet")
        List<Integer> yearsWithoutHolidays) {

    private static final int FIRST = 8;

    static SeriesPreview of(Preview preview) {
        var days = preview.days();
        return new SeriesPreview(
                RecurrenceView.of(preview.series().recurrence()),
                days.stream().limit(FIRST).map(PreviewDay::of).toList(),
                days.stream()
                        .skip(FIRST)
                        .filter(day -> !day.conflicts().isEmpty())
                        .map(PreviewDay::of)
                        .toList(),
                days.stream().filter(day -> !day.skipped()).count(),
                preview.yearsWithoutHolidays());
    }

    record PreviewDay(
            LocalDate date,
            boolean skipped,

            @Schema(description = "No session can be held on this day: skip it, or change the time or the room")
            boolean forbidden,

            List<PlanningConflictView> conflicts) {

        static PreviewDay of(Series.Day day) {
            return new PreviewDay(
                    day.date(),
                    day.skipped(),
                    day.conflicts().stream().anyMatch(PlanningConflict::forbids),
                    day.conflicts().stream().map(PlanningConflictView::of).toList());
        }
    }

    @Schema(name = "PlanningConflict")
    record PlanningConflictView(
            Series.Reason reason,

            @Nullable @Schema(description = "The name of the bank holiday, or why the hub is closed")
            String why,

            @Nullable @Schema(description = "The time that the clocks leave out")
            LocalTime time,

            @Nullable @Schema(description = "The first time after those that the clocks leave out")
            LocalTime next,

            @Nullable ClashingSession clash) {

        static PlanningConflictView of(PlanningConflict conflict) {
            return switch (conflict) {
                case PlanningConflict.BankHoliday(var name) ->
                    new PlanningConflictView(Series.Reason.of(conflict), name, null, null, null);
                case PlanningConflict.HubClosed(var why) ->
                    new PlanningConflictView(Series.Reason.of(conflict), why, null, null, null);
                case PlanningConflict.TimeLeftOut(var time, var next) ->
                    new PlanningConflictView(Series.Reason.of(conflict), null, time, next, null);
                case PlanningConflict.Clash(var kind, var starts, var ends, var room) ->
                    new PlanningConflictView(
                            Series.Reason.of(conflict),
                            null,
                            null,
                            null,
                            new ClashingSession(kind, starts, ends, room));
            };
        }
    }

    /** Another session that has the room. */
    record ClashingSession(
            @Nullable String kind,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room) {}
}

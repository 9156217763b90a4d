package uk.alongside.conversations.series;

import static org.springframework.http.HttpStatus.CREATED;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.series.SeriesRefusal.BeginsInThePast;
import uk.alongside.conversations.series.SeriesRefusal.BeginsTooFarAhead;
import uk.alongside.conversations.series.SeriesRefusal.EndsBeforeItBegins;
import uk.alongside.conversations.series.SeriesRefusal.EndsTooFarAhead;
import uk.alongside.conversations.series.SeriesRefusal.NoDates;
import uk.alongside.conversations.series.SeriesRefusal.NoDays;
import uk.alongside.conversations.series.SeriesRefusal.NothingLeft;
import uk.alongside.conversations.series.SeriesService.Described;
import uk.alongside.conversations.series.SeriesService.Listed;
import uk.alongside.conversations.series.SeriesService.Preview;
import uk.alongside.conversations.session.Break;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionPattern;
import uk.alongside.conversations.session.SessionRefusal.BreakDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.EndsBeforeItStarts;
import uk.alongside.conversations.session.SessionRefusal.LongerThanADay;
import uk.alongside.conversations.session.SessionRefusal.NoSuchMember;
import uk.alongside.conversations.session.SessionRefusal.NoSuchRoom;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.session.SessionRefusal.RoomUnreadable;
import uk.alongside.conversations.session.SessionRefusal.SlotDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.TimeLeftOut;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.Printable;

@RestController
@Tag(name = "series")
class SeriesController {

    private final SeriesService series;

    SeriesController(SeriesService series) {
        this.series = series;
    }

    enum Frequency {
        WEEKLY,
        MONTHLY,
        DATES;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Frequency of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such way to repeat."));
        }
    }

    record NewSeries(
            @NotNull Frequency repeats,

            @Nullable
            @Schema(description = "For a series that is not of single dates: begins on its first day from here")
            LocalDate from,

            @Nullable @Min(1) @Max(8) @Schema(description = "Weekly: every so many weeks")
            Integer every,

            @Nullable @Size(max = 7) @Schema(description = "Weekly: the days; monthly: one day")
            List<@NotNull DayOfWeek> days,

            @Nullable @Min(-1) @Max(4) @Schema(description = "Monthly: 1 to 4 for the first to fourth, -1 for the last")
            Integer week,

            @Nullable @Size(max = 60) List<@NotNull LocalDate> dates,

            @Nullable @Schema(description = "The last day, at most 12 months ahead; left out, it goes on")
            LocalDate until,

            @Nullable @Min(1) @Max(104) @Schema(description = "Instead of until: so many times")
            Integer times,

            @NotNull @Schema(example = "09:30") LocalTime starts,

            @NotNull @Schema(example = "12:30", description = "00:00 is midnight at the end of the day")
            LocalTime ends,

            @Nullable @Size(max = 6) List<@Valid @NotNull Break> breaks,

            @Nullable @Min(5) @Max(240) @Schema(description = "Left out: people only drop in, and there are no slots")
            Integer slotMinutes,

            @Nullable @Min(1) @Max(50) Integer placesPerSlot,

            @Nullable @Size(max = 100) @Printable @Schema(example = "First contact")
            String kind,

            @Nullable @Size(max = 100) @Printable @Schema(example = "Room 2")
            String room,

            @Nullable @Schema(description = "One of the hub's rooms; instead of room")
            UUID roomId,

            @Nullable @Size(max = 20) List<@NotNull UUID> staff,

            @Nullable @Size(max = 400) @Schema(description = "Days to leave out")
            Set<@NotNull LocalDate> skip,

            @Nullable
            @Size(max = 400)
            @Schema(description = "Bank holidays and days of a closure on which it is held all the same")
            Set<@NotNull LocalDate> keep) {

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

        private SessionPattern pattern() {
            return SessionPattern.of(starts, ends, breaks, slotMinutes, placesPerSlot, kind, room, roomId, staff);
        }

        private static Set<LocalDate> orNone(@Nullable Set<LocalDate> days) {
            return days == null ? Set.of() : days;
        }
    }

    record SeriesView(
            UUID id,
            UUID hubId,
            String hubName,
            RecurrenceView repeats,

            @Schema(description = "The recurrence as a line of RFC 5545, dates only")
            String recurrence,

            LocalDate first,
            LocalTime starts,
            LocalTime ends,
            List<Break> breaks,
            @Nullable Integer slotMinutes,
            @Nullable Integer placesPerSlot,
            boolean dropInOnly,
            @Nullable String kind,
            @Nullable String room,
            @Nullable UUID roomId,
            List<UUID> staff,

            @Schema(description = "Sessions are made up to this day")
            LocalDate plannedUntil,

            List<SkippedView> skipped,
            @Schema(description = "Sessions still to come") long ahead,
            List<SeriesSession> sessions) {

        static SeriesView of(Described described) {
            var series = described.series();
            var pattern = series.pattern();
            return new SeriesView(
                    series.id(),
                    series.hub(),
                    described.hub().name(),
                    RecurrenceView.of(series.recurrence()),
                    series.recurrence().text(),
                    series.recurrence().first(),
                    pattern.starts(),
                    pattern.ends(),
                    pattern.breaks(),
                    pattern.slotMinutes(),
                    pattern.places(),
                    pattern.dropInOnly(),
                    pattern.kind(),
                    pattern.room(),
                    pattern.roomId(),
                    pattern.staff(),
                    series.plannedUntil(),
                    series.skipped().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> new SkippedView(each.getKey(), each.getValue()))
                            .toList(),
                    described.ahead(),
                    described.next().stream().map(SeriesSession::of).toList());
        }
    }

    @Schema(name = "RepeatsView")
    record RecurrenceView(
            Frequency repeats,
            int every,
            List<DayOfWeek> days,

            @Nullable @Schema(description = "In a month: 1 to 4, or -1 for the last")
            Integer week,

            List<LocalDate> dates,
            @Nullable LocalDate until) {

        static RecurrenceView of(Recurrence recurrence) {
            var pattern = recurrence.pattern();
            return new RecurrenceView(
                    Frequency.of(pattern.repeats()),
                    pattern.every(),
                    pattern.days(),
                    pattern.week(),
                    pattern.dates(),
                    pattern.until());
        }
    }

    record SkippedView(LocalDate date, Series.Reason reason) {}

    record SeriesSession(
            UUID id,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room,
            Session.Status status,
            @Nullable String cancelReason,

            @Schema(description = "Changed by itself, so not as its series says")
            boolean changedAlone) {

        static SeriesSession of(Session session) {
            return new SeriesSession(
                    session.id(),
                    session.date(),
                    session.starts(),
                    session.ends(),
                    session.room(),
                    session.status(),
                    session.cancelReason(),
                    session.isChangedAlone());
        }
    }

    record SeriesList(List<SeriesSummary> series) {}

    record SeriesSummary(
            UUID id,
            RecurrenceView repeats,
            LocalDate first,
            LocalTime starts,
            LocalTime ends,
            boolean dropInOnly,
            @Nullable String kind,
            @Nullable String room,
            long ahead,
            @Nullable LocalDate next) {

        static SeriesSummary of(Listed listed) {
            var series = listed.series();
            return new SeriesSummary(
                    series.id(),
                    RecurrenceView.of(series.recurrence()),
                    series.recurrence().first(),
                    series.pattern().starts(),
                    series.pattern().ends(),
                    series.pattern().dropInOnly(),
                    series.pattern().kind(),
                    series.pattern().room(),
                    listed.ahead(),
                    listed.next());
        }
    }

    record SeriesPreview(
            RecurrenceView repeats,
            @Schema(description = "The next 8 dates") List<PreviewDay> dates,

            @Schema(description = "Later dates of the coming year of which something is to be known")
            List<PreviewDay> later,

            @Schema(description = "How many sessions there would be in the coming year")
            long sessions,

            @Schema(description = "Years whose bank holidays are not known yet")
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
    }

    record PreviewDay(
            LocalDate date,
            boolean skipped,

            @Schema(description = "It cannot be held on this day: skip it, or change the time or the room")
            boolean forbidden,

            List<PlanningConflictView> flags) {

        static PreviewDay of(Series.Day day) {
            return new PreviewDay(
                    day.date(),
                    day.skipped(),
                    day.conflicts().stream().anyMatch(PlanningConflict::forbids),
                    day.conflicts().stream().map(PlanningConflictView::of).toList());
        }
    }

    @Schema(name = "FlagView")
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
                    new PlanningConflictView(conflict.reason(), name, null, null, null);
                case PlanningConflict.HubClosed(var why) ->
                    new PlanningConflictView(conflict.reason(), why, null, null, null);
                case PlanningConflict.TimeLeftOut(var time, var next) ->
                    new PlanningConflictView(conflict.reason(), null, time, next, null);
                case PlanningConflict.Clash(var kind, var starts, var ends, var room) ->
                    new PlanningConflictView(
                            conflict.reason(), null, null, null, new ClashingSession(kind, starts, ends, room));
            };
        }
    }

    /** Another session that has the room. */
    record ClashingSession(
            @Nullable String kind,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room) {}

    @PostMapping("/api/hubs/{hubId}/series/preview")
    @Operation(operationId = "previewSeries", summary = "The dates that a series would have; nothing is kept")
    @Answers({
        NotFound.class,
        NoDays.class,
        NoDates.class,
        BeginsInThePast.class,
        BeginsTooFarAhead.class,
        EndsBeforeItBegins.class,
        EndsTooFarAhead.class,
        EndsBeforeItStarts.class,
        LongerThanADay.class,
        SlotDoesNotFit.class,
        Over.class,
        RoomUnreadable.class,
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    SeriesPreview preview(@PathVariable UUID hubId, @Valid @RequestBody NewSeries request) {
        return SeriesPreview.of(series.preview(hubId, request.plan()));
    }

    @PostMapping("/api/hubs/{hubId}/series")
    @ResponseStatus(CREATED)
    @Operation(operationId = "createSeries", summary = "Set up a series with the sessions of the coming year")
    @Answers({
        NotFound.class,
        NoDays.class,
        NoDates.class,
        BeginsInThePast.class,
        BeginsTooFarAhead.class,
        EndsBeforeItBegins.class,
        EndsTooFarAhead.class,
        NothingLeft.class,
        EndsBeforeItStarts.class,
        LongerThanADay.class,
        SlotDoesNotFit.class,
        TimeLeftOut.class,
        Over.class,
        RoomUnreadable.class,
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class,
        Overlaps.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    SeriesView create(@PathVariable UUID hubId, @IdempotencyKey String key, @Valid @RequestBody NewSeries request) {
        return SeriesView.of(series.plan(hubId, request.plan(), key));
    }

    @GetMapping("/api/hubs/{hubId}/series")
    @Operation(operationId = "listSeries", summary = "The series of a hub")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('session:read')")
    SeriesList list(@PathVariable UUID hubId) {
        return new SeriesList(series.list(hubId).stream().map(SeriesSummary::of).toList());
    }

    @GetMapping("/api/series/{seriesId}")
    @Operation(operationId = "getSeries", summary = "One series with its sessions still to come")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('session:read')")
    ResponseEntity<SeriesView> series(@PathVariable UUID seriesId) {
        var described = series.find(seriesId);
        return ResponseEntity.ok()
                .eTag("\"" + described.series().version() + "\"")
                .body(SeriesView.of(described));
    }
}

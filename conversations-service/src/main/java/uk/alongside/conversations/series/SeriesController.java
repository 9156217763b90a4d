package uk.alongside.conversations.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.series.SeriesRefusal.BeginsInThePast;
import uk.alongside.conversations.series.SeriesRefusal.BeginsTooFarAhead;
import uk.alongside.conversations.series.SeriesRefusal.EndsBeforeItBegins;
import uk.alongside.conversations.series.SeriesRefusal.EndsTooFarAhead;
import uk.alongside.conversations.series.SeriesRefusal.NoDates;
import uk.alongside.conversations.series.SeriesRefusal.NoDays;
import uk.alongside.conversations.series.SeriesRefusal.NothingLeft;
import uk.alongside.conversations.series.SeriesService.Listed;
import uk.alongside.conversations.session.SeriesId;
import uk.alongside.conversations.session.SessionRefusal.BreakDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.EndsBeforeItStarts;
import uk.alongside.conversations.session.SessionRefusal.LongerThanADay;
import uk.alongside.conversations.session.SessionRefusal.NoSuchMember;
import uk.alongside.conversations.session.SessionRefusal.NoSuchRoom;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.session.SessionRefusal.SlotDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.TimeLeftOut;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Series")
class SeriesController {

    private static final int PAGE = 100;

    private final SeriesService series;

    SeriesController(SeriesService series) {
        this.series = series;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeriesList(List<SeriesSummary> items, @Nullable Integer next) {}

    record SeriesSummary(
            SeriesId id,
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

    @PostMapping("/api/hubs/{hubId}/series/preview")
    @Operation(operationId = "previewSeries", summary = "Show the dates that a series would have; nothing is stored")
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
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    SeriesPreview preview(@PathVariable HubId hubId, @Valid @RequestBody NewSeries request) {
        return SeriesPreview.of(series.preview(hubId, request.plan()));
    }

    @PostMapping("/api/hubs/{hubId}/series")
    @Operation(operationId = "createSeries", summary = "Plan a series with the sessions of the coming year")
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
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class,
        Overlaps.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    Created<SeriesView> create(
            @PathVariable HubId hubId, @IdempotencyKey String key, @Valid @RequestBody NewSeries request) {
        var described = series.plan(hubId, request.plan(), key);
        var planned = described.series();
        return new Created<>("/api/series/" + planned.id().value(), SeriesView.of(described), planned.version());
    }

    @GetMapping("/api/hubs/{hubId}/series")
    @Operation(
            operationId = "listSeries",
            summary = "List the series of a hub",
            description = "A page has at most 100 series.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('session:read')")
    SeriesList list(@PathVariable HubId hubId, @RequestParam(defaultValue = "0") @Min(0) int after) {
        var listed = series.list(hubId, after, PAGE + 1);
        return new SeriesList(
                listed.stream().limit(PAGE).map(SeriesSummary::of).toList(),
                listed.size() > PAGE ? Integer.valueOf(after + PAGE) : null);
    }

    @GetMapping("/api/series/{seriesId}")
    @Operation(operationId = "getSeries", summary = "Get a series with its sessions to come, at most a year of them")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('session:read')")
    Versioned<SeriesView> series(@PathVariable SeriesId seriesId) {
        var described = series.find(seriesId);
        return new Versioned<>(SeriesView.of(described), described.series().version());
    }
}

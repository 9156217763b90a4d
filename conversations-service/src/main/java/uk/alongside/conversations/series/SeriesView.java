package uk.alongside.conversations.series;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.series.SeriesService.Described;
import uk.alongside.conversations.session.Break;
import uk.alongside.conversations.session.SeriesId;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionId;

/** A series with its sessions to come, as the API shows it. */
@Schema(name = "Series")
record SeriesView(
        SeriesId id,
        HubId hubId,
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

        @Schema(description = "The last day up to which the sessions exist")
        LocalDate plannedUntil,

        List<SkippedDay> skipped,

        @Schema(description = "The number of sessions to come that are not cancelled")
        long ahead,

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
                        .map(each -> new SkippedDay(each.getKey(), each.getValue()))
                        .toList(),
                described.ahead(),
                described.next().stream().map(SeriesSession::of).toList());
    }

    record SkippedDay(LocalDate date, Series.Reason reason) {}

    record SeriesSession(
            SessionId id,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room,
            Session.Status status,
            @Nullable String cancelReason,

            @Schema(
                    description =
                            "Changed separately: a later change of the series skips it unless it is for all sessions")
            boolean detachedFromSeries) {

        static SeriesSession of(Session session) {
            return new SeriesSession(
                    session.id(),
                    session.date(),
                    session.starts(),
                    session.ends(),
                    session.room(),
                    session.status(),
                    session.cancelReason(),
                    session.isDetachedFromSeries());
        }
    }
}

package uk.alongside.conversations.sessionchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.series.SeriesRefusal.EndsAlready;
import uk.alongside.conversations.series.SeriesRefusal.EndsInThePast;
import uk.alongside.conversations.series.SeriesRefusal.EndsTooFarAhead;
import uk.alongside.conversations.session.Break;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionPattern;
import uk.alongside.conversations.session.SessionRefusal.AlreadyCancelled;
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
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.BookingsDoNotFit;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.NotOfASeries;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.PreviewOutdated;
import uk.alongside.conversations.sessionchange.SessionChangeService.BookingEffect;
import uk.alongside.conversations.sessionchange.SessionChangeService.ChangeImpact;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.Printable;
import uk.alongside.foundation.web.ETags;
import uk.alongside.foundation.web.IfMatch;

@RestController
@Tag(name = "Session changes")
class SessionChangeController {

    private final SessionChangeService changes;

    SessionChangeController(SessionChangeService changes) {
        this.changes = changes;
    }

    record ChangeRequest(
            @NotNull @Schema(description = "This session, this and later ones of its series, or all of them to come")
            SessionChange.Scope scope,

            @NotNull LocalTime starts,
            @NotNull LocalTime ends,
            @Nullable @Size(max = 6) List<@Valid @NotNull Break> breaks,

            @Nullable @Min(5) @Max(240) @Schema(description = "Left out: people only drop in, and there are no slots")
            Integer slotMinutes,

            @Nullable @Min(1) @Max(50) Integer placesPerSlot,
            @Nullable @Size(max = 100) @Printable String kind,
            @Nullable @Size(max = 100) @Printable String room,

            @Nullable @Schema(description = "One of the hub's rooms; instead of room")
            UUID roomId,

            @Nullable @Size(max = 20) List<@NotNull UUID> staff,

            @Nullable @Schema(description = "Cancel bookings for which there is no place any more; else it is refused")
            Boolean cancelWhoDoesNotFit) {

        SessionChange change() {
            var pattern =
                    SessionPattern.of(starts, ends, breaks, slotMinutes, placesPerSlot, kind, room, roomId, staff);
            return new SessionChange(
                    scope, pattern, "The session was changed", Boolean.TRUE.equals(cancelWhoDoesNotFit));
        }
    }

    record CancelRequest(
            @NotBlank @Size(max = 200) @Printable @Schema(example = "The heating is broken")
            String reason) {}

    record EndRequest(
            @NotNull @Schema(description = "There are no sessions after this day")
            LocalDate last,

            @NotBlank @Size(max = 200) @Printable @Schema(example = "The library closes")
            String reason) {}

    record ChangeOutcome(
            List<TouchedSession> sessions,

            @Schema(description = "Bookings in these sessions")
            int booked,

            @Schema(description = "Of them, moved to the nearest time")
            int moved,

            @Schema(description = "Of them, cancelled") int cancelled,

            @Schema(description = "Who is moved or cancelled; nobody, if the caller may not read people")
            List<TouchedPerson> people) {

        static ChangeOutcome of(ChangeImpact impact) {
            var affected = impact.sessions().stream()
                    .map(each -> new TouchedSession(
                            each.session().id(),
                            each.session().date(),
                            each.session().starts(),
                            each.session().ends(),
                            each.session().status(),
                            each.booked(),
                            each.moved(),
                            each.cancelled()))
                    .toList();
            return new ChangeOutcome(
                    affected,
                    affected.stream().mapToInt(TouchedSession::booked).sum(),
                    affected.stream().mapToInt(TouchedSession::moved).sum(),
                    affected.stream().mapToInt(TouchedSession::cancelled).sum(),
                    impact.sessions().stream()
                            .flatMap(each -> each.effects().stream()
                                    .filter(effect -> impact.names()
                                            .containsKey(effect.booking().person()))
                                    .map(effect -> TouchedPerson.of(each.session(), effect, impact.names())))
                            .sorted(Comparator.comparing(TouchedPerson::date).thenComparing(TouchedPerson::starts))
                            .toList());
        }
    }

    record TouchedSession(
            UUID id,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            Session.Status status,
            int booked,
            int moved,
            int cancelled) {}

    record TouchedPerson(
            UUID bookingId,
            UUID personId,
            String personName,
            LocalDate date,
            LocalTime starts,

            @Nullable @Schema(description = "When they come instead; null if the booking is cancelled")
            LocalTime movedTo) {

        static TouchedPerson of(Session session, BookingEffect effect, Map<UUID, String> names) {
            return new TouchedPerson(
                    effect.booking().id(),
                    effect.booking().person(),
                    Objects.requireNonNull(names.get(effect.booking().person())),
                    session.date(),
                    effect.from(),
                    effect.to());
        }

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "TouchedPerson[bookingId=" + bookingId + "]";
        }
    }

    @PostMapping("/api/sessions/{sessionId}/changes/preview")
    @Operation(operationId = "previewSessionChange", summary = "What a change of sessions would touch; nothing is kept")
    @ApiResponse(responseCode = "200")
    @Answers({
        NotFound.class,
        NotOfASeries.class,
        EndsBeforeItStarts.class,
        LongerThanADay.class,
        SlotDoesNotFit.class,
        TimeLeftOut.class,
        Over.class,
        RoomUnreadable.class,
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class,
        Overlaps.class,
        AlreadyCancelled.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    ResponseEntity<ChangeOutcome> preview(@PathVariable UUID sessionId, @Valid @RequestBody ChangeRequest request) {
        return answer(changes.preview(sessionId, request.change()));
    }

    @PostMapping("/api/sessions/{sessionId}/changes")
    @Operation(operationId = "changeSession", summary = "Change this session, this and later ones, or all to come")
    @ApiResponse(responseCode = "200")
    @Answers({
        NotFound.class,
        NotOfASeries.class,
        EndsBeforeItStarts.class,
        LongerThanADay.class,
        SlotDoesNotFit.class,
        TimeLeftOut.class,
        Over.class,
        RoomUnreadable.class,
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class,
        Overlaps.class,
        AlreadyCancelled.class,
        BookingsDoNotFit.class,
        PreviewOutdated.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    ResponseEntity<ChangeOutcome> change(
            @PathVariable UUID sessionId, @IfMatch long previewed, @Valid @RequestBody ChangeRequest request) {
        return answer(changes.apply(sessionId, request.change(), previewed));
    }

    @PostMapping("/api/sessions/{sessionId}/cancel/preview")
    @Operation(operationId = "previewSessionCancel", summary = "What cancelling a session would touch; nothing is kept")
    @ApiResponse(responseCode = "200")
    @Answers({NotFound.class, Over.class, AlreadyCancelled.class})
    @PreAuthorize("hasAuthority('session:write')")
    ResponseEntity<ChangeOutcome> previewCancel(
            @PathVariable UUID sessionId, @Valid @RequestBody CancelRequest request) {
        return answer(changes.previewCancel(sessionId, request.reason()));
    }

    @PostMapping("/api/sessions/{sessionId}/cancel")
    @Operation(operationId = "cancelSession", summary = "Cancel a session and the bookings in it")
    @ApiResponse(responseCode = "200")
    @Answers({NotFound.class, Over.class, AlreadyCancelled.class, PreviewOutdated.class})
    @PreAuthorize("hasAuthority('session:write')")
    ResponseEntity<ChangeOutcome> cancel(
            @PathVariable UUID sessionId, @IfMatch long previewed, @Valid @RequestBody CancelRequest request) {
        return answer(changes.applyCancel(sessionId, request.reason(), previewed));
    }

    @PostMapping("/api/series/{seriesId}/end/preview")
    @Operation(operationId = "previewSeriesEnd", summary = "What ending a series would touch; nothing is kept")
    @ApiResponse(responseCode = "200")
    @Answers({NotFound.class, EndsInThePast.class, EndsTooFarAhead.class, EndsAlready.class})
    @PreAuthorize("hasAuthority('session:write')")
    ResponseEntity<ChangeOutcome> previewEnd(@PathVariable UUID seriesId, @Valid @RequestBody EndRequest request) {
        return answer(changes.previewEnd(seriesId, request.last(), request.reason()));
    }

    @PostMapping("/api/series/{seriesId}/end")
    @Operation(operationId = "endSeries", summary = "End a series after a day, and cancel its sessions after that")
    @ApiResponse(responseCode = "200")
    @Answers({NotFound.class, EndsInThePast.class, EndsTooFarAhead.class, EndsAlready.class, PreviewOutdated.class})
    @PreAuthorize("hasAuthority('session:write')")
    ResponseEntity<ChangeOutcome> end(
            @PathVariable UUID seriesId, @IfMatch long previewed, @Valid @RequestBody EndRequest request) {
        return answer(changes.applyEnd(seriesId, request.last(), request.reason(), previewed));
    }

    private static ResponseEntity<ChangeOutcome> answer(ChangeImpact impact) {
        return ResponseEntity.ok().eTag(ETags.of(impact.impactHash())).body(ChangeOutcome.of(impact));
    }
}

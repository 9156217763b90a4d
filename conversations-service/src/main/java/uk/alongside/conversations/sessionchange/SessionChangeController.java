package uk.alongside.conversations.sessionchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.booking.Booking.CancelCause;
import uk.alongside.conversations.rebooking.BookingChoices;
import uk.alongside.conversations.rebooking.RebookingRefusal.ChosenPlaceTaken;
import uk.alongside.conversations.rebooking.RebookingRefusal.PreviewOutdated;
import uk.alongside.conversations.series.SeriesRefusal.EndsAlready;
import uk.alongside.conversations.series.SeriesRefusal.EndsInThePast;
import uk.alongside.conversations.series.SeriesRefusal.EndsTooFarAhead;
import uk.alongside.conversations.session.Break;
import uk.alongside.conversations.session.PatternRequest;
import uk.alongside.conversations.session.SeriesId;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionRefusal.AlreadyCancelled;
import uk.alongside.conversations.session.SessionRefusal.BreakDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.EndsBeforeItStarts;
import uk.alongside.conversations.session.SessionRefusal.LongerThanADay;
import uk.alongside.conversations.session.SessionRefusal.NoSuchMember;
import uk.alongside.conversations.session.SessionRefusal.NoSuchRoom;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.session.SessionRefusal.SlotDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.TimeLeftOut;
import uk.alongside.conversations.sessionchange.SessionChange.Cancel;
import uk.alongside.conversations.sessionchange.SessionChange.Rearrange;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.BookingsDoNotFit;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.NotOfASeries;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Session Changes")
class SessionChangeController {

    private static final String CHOICES = "What is chosen for affected bookings, instead of what the preview shows";

    private final SessionChangeService changes;

    SessionChangeController(SessionChangeService changes) {
        this.changes = changes;
    }

    @Schema(name = "SessionChange")
    record ChangeRequest(
            @NotNull @Schema(description = "This session, this and later ones of its series, or all of them to come")
            SessionChange.Scope scope,

            @NotNull LocalTime starts,

            @NotNull @Schema(description = PatternRequest.MIDNIGHT)
            LocalTime ends,

            @Nullable @Size(max = 6) List<@Valid @NotNull Break> breaks,

            @Nullable @Min(5) @Max(240) @Schema(description = PatternRequest.DROP_IN)
            Integer slotMinutes,

            @Nullable @Min(1) @Max(50) Integer placesPerSlot,

            @Nullable @Size(max = 100) @TypedText(TextKind.LINE)
            String kind,

            @Nullable @Size(max = 100) @TypedText(TextKind.LINE)
            String room,

            @Nullable @Schema(description = PatternRequest.ROOM_ID)
            UUID roomId,

            @Nullable @Size(max = 20) List<@NotNull UUID> staff,

            @Nullable
            @Schema(
                    description = "Cancel the bookings that find no place and for which nothing is chosen; if not, such"
                            + " a change is rejected")
            Boolean cancelBookingsWithoutPlace,

            @Nullable @Valid @Schema(description = CHOICES) BookingChoices bookings)
            implements PatternRequest {

        Rearrange change() {
            return new Rearrange(scope, pattern(), Boolean.TRUE.equals(cancelBookingsWithoutPlace), choices(bookings));
        }
    }

    @Schema(name = "SessionCancellation")
    record CancelRequest(
            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE) @Schema(example = "The heating is broken")
            String reason,

            @Nullable @Valid @Schema(description = CHOICES) BookingChoices bookings) {

        Cancel change() {
            return new Cancel(CancelCause.SESSION_CANCELLED, reason, choices(bookings));
        }
    }

    @Schema(name = "SeriesEnd")
    record EndRequest(
            @NotNull @Schema(description = "The last day of the series; its sessions after this day are cancelled")
            LocalDate last,

            @NotBlank @Size(max = 200) @TypedText(TextKind.LINE) @Schema(example = "The library closes")
            String reason,

            @Nullable @Valid @Schema(description = CHOICES) BookingChoices bookings) {

        Cancel change() {
            return new Cancel(CancelCause.SERIES_ENDED, reason, choices(bookings));
        }
    }

    @PostMapping("/api/sessions/{sessionId}/changes/preview")
    @Operation(
            operationId = "previewSessionChange",
            summary = "Show what a change of sessions affects; nothing is stored")
    @Answers({
        NotFound.class,
        NotOfASeries.class,
        EndsBeforeItStarts.class,
        LongerThanADay.class,
        SlotDoesNotFit.class,
        TimeLeftOut.class,
        Over.class,
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class,
        Overlaps.class,
        AlreadyCancelled.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    Versioned<ImpactView> previewChange(@PathVariable SessionId sessionId, @Valid @RequestBody ChangeRequest request) {
        return answer(changes.preview(sessionId, request.change()));
    }

    @PostMapping("/api/sessions/{sessionId}/changes")
    @Operation(operationId = "changeSession", summary = "Change a session, this and later ones, or all to come")
    @Answers({
        NotFound.class,
        NotOfASeries.class,
        EndsBeforeItStarts.class,
        LongerThanADay.class,
        SlotDoesNotFit.class,
        TimeLeftOut.class,
        Over.class,
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class,
        Overlaps.class,
        AlreadyCancelled.class,
        BookingsDoNotFit.class,
        PreviewOutdated.class,
        ChosenPlaceTaken.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    Versioned<ImpactView> change(
            @PathVariable SessionId sessionId, @IfMatch long previewed, @Valid @RequestBody ChangeRequest request) {
        return answer(changes.apply(sessionId, request.change(), previewed));
    }

    @PostMapping("/api/sessions/{sessionId}/cancel/preview")
    @Operation(
            operationId = "previewSessionCancellation",
            summary = "Show what cancelling a session affects; nothing is stored")
    @Answers({NotFound.class, Over.class, AlreadyCancelled.class})
    @PreAuthorize("hasAuthority('session:write')")
    Versioned<ImpactView> previewCancel(@PathVariable SessionId sessionId, @Valid @RequestBody CancelRequest request) {
        return answer(changes.previewCancel(sessionId, request.change()));
    }

    @PostMapping("/api/sessions/{sessionId}/cancel")
    @Operation(operationId = "cancelSession", summary = "Cancel a session and its bookings")
    @Answers({NotFound.class, Over.class, AlreadyCancelled.class, PreviewOutdated.class, ChosenPlaceTaken.class})
    @PreAuthorize("hasAuthority('session:write')")
    Versioned<ImpactView> cancel(
            @PathVariable SessionId sessionId, @IfMatch long previewed, @Valid @RequestBody CancelRequest request) {
        return answer(changes.applyCancel(sessionId, request.change(), previewed));
    }

    @PostMapping("/api/series/{seriesId}/end/preview")
    @Operation(operationId = "previewSeriesEnd", summary = "Show what ending a series affects; nothing is stored")
    @Answers({NotFound.class, EndsInThePast.class, EndsTooFarAhead.class, EndsAlready.class})
    @PreAuthorize("hasAuthority('session:write')")
    Versioned<ImpactView> previewEnd(@PathVariable SeriesId seriesId, @Valid @RequestBody EndRequest request) {
        return answer(changes.previewEnd(seriesId, request.last(), request.change()));
    }

    @PostMapping("/api/series/{seriesId}/end")
    @Operation(operationId = "endSeries", summary = "End a series after a day, and cancel its sessions after that")
    @Answers({
        NotFound.class,
        EndsInThePast.class,
        EndsTooFarAhead.class,
        EndsAlready.class,
        PreviewOutdated.class,
        ChosenPlaceTaken.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    Versioned<ImpactView> end(
            @PathVariable SeriesId seriesId, @IfMatch long previewed, @Valid @RequestBody EndRequest request) {
        return answer(changes.applyEnd(seriesId, request.last(), request.change(), previewed));
    }

    private static BookingChoices choices(@Nullable BookingChoices chosen) {
        return chosen == null ? BookingChoices.NONE : chosen;
    }

    private static Versioned<ImpactView> answer(ChangeImpact impact) {
        return new Versioned<>(ImpactView.of(impact), impact.impactHash());
    }
}

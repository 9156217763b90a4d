package uk.alongside.conversations.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.session.SessionRefusal.BreakDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.EndsBeforeItStarts;
import uk.alongside.conversations.session.SessionRefusal.LongerThanADay;
import uk.alongside.conversations.session.SessionRefusal.NoSuchMember;
import uk.alongside.conversations.session.SessionRefusal.NoSuchRoom;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.session.SessionRefusal.SlotDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.TimeLeftOut;
import uk.alongside.conversations.session.SessionRefusal.TooFarAhead;
import uk.alongside.conversations.session.SessionService.Planned;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Sessions")
class SessionController {

    private final SessionService sessions;

    SessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    record NewSession(
            @NotNull @Schema(description = "The day, at most 12 months ahead")
            LocalDate date,

            @NotNull @Schema(example = "09:30") LocalTime starts,

            @NotNull @Schema(example = "12:30", description = PatternRequest.MIDNIGHT)
            LocalTime ends,

            @Nullable @Size(max = 6) List<@Valid @NotNull Break> breaks,

            @Nullable @Min(5) @Max(240) @Schema(description = PatternRequest.DROP_IN)
            Integer slotMinutes,

            @Nullable @Min(1) @Max(50) Integer placesPerSlot,

            @Nullable @Size(max = 100) @TypedText(TextKind.LINE) @Schema(example = "First contact")
            String kind,

            @Nullable @Size(max = 100) @TypedText(TextKind.LINE) @Schema(example = "Meeting room 1")
            String room,

            @Nullable @Schema(description = PatternRequest.ROOM_ID)
            UUID roomId,

            @Nullable @Size(max = 20) List<@NotNull UUID> staff)
            implements PatternRequest {

        SessionPlan plan() {
            return new SessionPlan(date, pattern());
        }
    }

    record SessionPreview(
            LocalDate date,
            LocalTime starts,
            LocalTime ends,

            @Schema(description = "The times of the slots; none if people only drop in")
            List<SlotPreview> slots,

            @Schema(description = "The places in all slots together")
            int places,

            @Nullable @Schema(description = "The clock change during the session, if there is one")
            ClockChange clockChange) {

        static SessionPreview of(Session session) {
            var slots = session.slots(session.placesPerSlot()).stream()
                    .map(slot -> new SlotPreview(slot.starts(), slot.ends(), slot.places()))
                    .toList();
            return new SessionPreview(
                    session.date(),
                    session.starts(),
                    session.ends(),
                    slots,
                    slots.stream().mapToInt(SlotPreview::places).sum(),
                    session.clockChange());
        }
    }

    record SlotPreview(LocalTime starts, LocalTime ends, int places) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionList(List<SessionSummary> items, @Nullable LocalDate next) {}

    record SessionSummary(
            SessionId id,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room,
            @Nullable String kind,
            Session.Status status,
            boolean dropInOnly,
            @Nullable SeriesId seriesId,
            int places,
            int taken,

            @Schema(description = "Places in slots that are not over and not taken, as on the day's board")
            int left) {

        static SessionSummary of(Planned planned, Instant now) {
            var session = planned.session();
            return new SessionSummary(
                    session.id(),
                    session.date(),
                    session.starts(),
                    session.ends(),
                    session.room(),
                    session.pattern().kind(),
                    session.status(),
                    session.pattern().dropInOnly(),
                    session.series(),
                    planned.slots().stream().mapToInt(SlotTime::places).sum(),
                    planned.slots().stream().mapToInt(SlotTime::taken).sum(),
                    planned.slots().stream()
                            .filter(slot -> !slot.isOver(now))
                            .mapToInt(SlotTime::left)
                            .sum());
        }
    }

    @PostMapping("/api/hubs/{hubId}/sessions/preview")
    @Operation(operationId = "previewSession", summary = "Show the slots that a session would have; nothing is stored")
    @Answers({
        NotFound.class,
        EndsBeforeItStarts.class,
        LongerThanADay.class,
        SlotDoesNotFit.class,
        TimeLeftOut.class,
        Over.class,
        TooFarAhead.class,
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class,
        Overlaps.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    SessionPreview preview(@PathVariable HubId hubId, @Valid @RequestBody NewSession request) {
        return SessionPreview.of(sessions.preview(hubId, request.plan()));
    }

    @PostMapping("/api/hubs/{hubId}/sessions")
    @Operation(operationId = "createSession", summary = "Plan a session with its slots")
    @Answers({
        NotFound.class,
        EndsBeforeItStarts.class,
        LongerThanADay.class,
        SlotDoesNotFit.class,
        TimeLeftOut.class,
        Over.class,
        TooFarAhead.class,
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class,
        Overlaps.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    Created<SessionView> create(
            @PathVariable HubId hubId, @IdempotencyKey String key, @Valid @RequestBody NewSession request) {
        var planned = sessions.plan(hubId, request.plan(), key);
        var session = planned.session();
        return new Created<>("/api/sessions/" + session.id().value(), SessionView.of(planned), session.version());
    }

    @GetMapping("/api/sessions/{sessionId}")
    @Operation(operationId = "getSession", summary = "Get a session with its slots")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('session:read')")
    Versioned<SessionView> session(@PathVariable SessionId sessionId) {
        var planned = sessions.find(sessionId);
        return new Versioned<>(SessionView.of(planned), planned.session().version());
    }

    @GetMapping("/api/hubs/{hubId}/sessions")
    @Operation(
            operationId = "listSessions",
            summary = "List the sessions at a hub for some days",
            description =
                    "A page has the sessions of these days. The next page begins with the first session after them.")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('session:read')")
    SessionList list(
            @PathVariable HubId hubId,
            @Parameter(description = "The first day; today if left out") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "The number of days") @RequestParam(defaultValue = "28") @Min(1) @Max(92) int days,
            @RequestParam(required = false) @Nullable LocalDate after) {
        var listed = sessions.list(hubId, from, after, days);
        return new SessionList(
                listed.sessions().stream()
                        .map(session -> SessionSummary.of(session, listed.now()))
                        .toList(),
                listed.next());
    }
}

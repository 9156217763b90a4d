package uk.alongside.conversations.session;

import static org.springframework.http.HttpStatus.CREATED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
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
import uk.alongside.conversations.session.SessionRefusal.TooFarAhead;
import uk.alongside.conversations.session.SessionService.Planned;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.Printable;

@RestController
@Tag(name = "session")
class SessionController {

    private final SessionService sessions;

    SessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    record NewSession(
            @NotNull @Schema(description = "The day, at most 12 months ahead")
            LocalDate date,

            @NotNull @Schema(example = "09:30") LocalTime starts,

            @NotNull @Schema(example = "12:30", description = "00:00 is midnight at the end of the day")
            LocalTime ends,

            @Nullable @Size(max = 6) List<@Valid @NotNull Break> breaks,

            @Nullable @Min(5) @Max(240) @Schema(description = "Left out: people only drop in, and there are no slots")
            Integer slotMinutes,

            @Nullable @Min(1) @Max(50) Integer placesPerSlot,

            @Nullable @Size(max = 100) @Printable @Schema(example = "First contact")
            String kind,

            @Nullable @Size(max = 100) @Printable @Schema(example = "Meeting room 1")
            String room,

            @Nullable @Schema(description = "One of the hub's rooms; instead of room")
            UUID roomId,

            @Nullable @Size(max = 20) List<@NotNull UUID> staff) {

        SessionPlan plan() {
            return new SessionPlan(
                    date,
                    SessionPattern.of(starts, ends, breaks, slotMinutes, placesPerSlot, kind, room, roomId, staff));
        }
    }

    record SessionView(
            UUID id,
            UUID hubId,
            String hubName,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room,
            @Nullable UUID roomId,
            @Nullable String kind,
            Session.Status status,
            @Nullable String cancelReason,
            boolean dropInOnly,
            List<Break> breaks,
            @Nullable Integer slotMinutes,

            @Nullable @Schema(description = "Places of a new slot; those that it has may have been given more")
            Integer placesPerSlot,

            List<UUID> staff,
            @Nullable UUID seriesId,

            @Schema(description = "Changed by itself, so not as its series says")
            boolean changedAlone,

            @Nullable
            @Schema(
                    description = "What the clocks do during the session, if they change",
                    allowableValues = {"forward", "back"})
            String clockChange,

            List<SlotView> slots) {

        static SessionView of(Planned planned) {
            var session = planned.session();
            return new SessionView(
                    session.id(),
                    planned.hub().id(),
                    planned.hub().name(),
                    session.date(),
                    session.starts(),
                    session.ends(),
                    session.room(),
                    session.pattern().roomId(),
                    session.pattern().kind(),
                    session.status(),
                    session.cancelReason(),
                    session.pattern().dropInOnly(),
                    session.pattern().breaks(),
                    session.pattern().slotMinutes(),
                    session.pattern().places(),
                    session.pattern().staff(),
                    session.series(),
                    session.isChangedAlone(),
                    clockChange(session),
                    planned.slots().stream().map(SlotView::of).toList());
        }

        private static @Nullable String clockChange(Session session) {
            return switch (session.clockChange()) {
                case NONE -> null;
                case FORWARD -> "forward";
                case BACK -> "back";
            };
        }
    }

    record SlotView(UUID id, LocalTime starts, LocalTime ends, int places, int taken, int left) {

        static SlotView of(SlotTime slot) {
            return new SlotView(slot.id(), slot.starts(), slot.ends(), slot.places(), slot.taken(), slot.left());
        }
    }

    record SessionList(List<SessionSummary> sessions) {}

    record SessionSummary(
            UUID id,
            LocalDate date,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room,
            @Nullable String kind,
            Session.Status status,
            boolean dropInOnly,
            @Nullable UUID seriesId,
            int places,
            int taken) {

        static SessionSummary of(Planned planned) {
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
                    planned.slots().stream().mapToInt(SlotTime::taken).sum());
        }
    }

    @PostMapping("/api/hubs/{hubId}/sessions")
    @ResponseStatus(CREATED)
    @Operation(operationId = "createSession", summary = "Set up a session with its slots")
    @Answers({
        NotFound.class,
        EndsBeforeItStarts.class,
        LongerThanADay.class,
        SlotDoesNotFit.class,
        TimeLeftOut.class,
        Over.class,
        TooFarAhead.class,
        RoomUnreadable.class,
        NoSuchRoom.class,
        NoSuchMember.class,
        BreakDoesNotFit.class,
        Overlaps.class
    })
    @PreAuthorize("hasAuthority('session:write')")
    SessionView create(@PathVariable UUID hubId, @IdempotencyKey String key, @Valid @RequestBody NewSession request) {
        return SessionView.of(sessions.plan(hubId, request.plan(), key));
    }

    @GetMapping("/api/sessions/{sessionId}")
    @Operation(operationId = "getSession", summary = "One session with its slots")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('session:read')")
    SessionView session(@PathVariable UUID sessionId) {
        return SessionView.of(sessions.find(sessionId));
    }

    @GetMapping("/api/hubs/{hubId}/sessions")
    @Operation(operationId = "listSessions", summary = "Sessions at a hub in the next four weeks")
    @Answers(NotFound.class)
    @PreAuthorize("hasAuthority('session:read')")
    SessionList list(@PathVariable UUID hubId, @RequestParam(required = false) @Nullable LocalDate from) {
        return new SessionList(
                sessions.list(hubId, from).stream().map(SessionSummary::of).toList());
    }
}

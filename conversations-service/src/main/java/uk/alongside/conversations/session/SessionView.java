package uk.alongside.conversations.session;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.session.SessionService.Planned;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;

/** A session with its slots, as the API shows it. */
@Schema(name = "Session")
record SessionView(
        SessionId id,
        HubId hubId,
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

        @Nullable @Schema(description = "The places of a new slot; a slot that exists may have been given more")
        Integer placesPerSlot,

        List<UUID> staff,
        @Nullable SeriesId seriesId,

        @Schema(description = "Changed separately: a later change of its series skips it unless it is for all sessions")
        boolean detachedFromSeries,

        @Nullable @Schema(description = "The clock change during the session, if there is one")
        ClockChange clockChange,

        List<SlotView> slots) {

    static SessionView of(Planned planned) {
        var session = planned.session();
        return new SessionView(
                session.id(),
                session.hub(),
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
                session.isDetachedFromSeries(),
                session.clockChange(),
                planned.slots().stream().map(SlotView::of).toList());
    }

    /** A slot of a session. */
    @Schema(name = "Slot")
    record SlotView(SlotId id, LocalTime starts, LocalTime ends, int places, int taken, int left) {

        static SlotView of(SlotTime slot) {
            return new SlotView(slot.id(), slot.starts(), slot.ends(), slot.places(), slot.taken(), slot.left());
        }
    }
}

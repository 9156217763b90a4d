package uk.alongside.conversations.walkin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.person.PersonId;

/** A walk-in in an answer. */
@Schema(name = "WalkIn")
public record WalkInView(
        WalkInId id,
        @Nullable PersonId personId,

        @Nullable @Schema(description = "Absent if the person prefers not to say")
        String name,

        @Nullable String personReference,
        WalkIn.Reason reason,
        LocalDate askedOn,
        Instant arrivedAt,
        WalkInStatus status,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Nullable @Schema(description = "The member of staff who talks with the person")
        String withName) {

    public static WalkInView of(QueuedWalkIn queued) {
        var walkIn = queued.walkIn();
        var attendance = queued.attendance();
        var person = queued.person();
        return new WalkInView(
                walkIn.id(),
                walkIn.person(),
                person == null ? walkIn.name() : person.name(),
                person == null ? null : person.reference(),
                walkIn.reason(),
                walkIn.askedOn(),
                walkIn.arrivedAt(),
                WalkInStatus.of(walkIn.status(), attendance),
                attendance == null ? null : attendance.startedAt(),
                attendance == null ? null : attendance.finishedAt(),
                queued.withName());
    }

    /** Leaves the name out, because records are written to logs. */
    @Override
    public String toString() {
        return "WalkInView[id=" + id + "]";
    }
}

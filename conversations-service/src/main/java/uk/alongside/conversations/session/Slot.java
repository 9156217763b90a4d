package uk.alongside.conversations.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A time within a session with a number of places. Only the statements of {@link Slots} change it. */
@Entity
@Table(name = "slot", schema = "app")
public class Slot {

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version // never changes; distinguishes a new row from a stored one
    private @Nullable Long version;

    private UUID sessionId;
    private UUID hubId;
    private LocalDate day;
    private LocalTime starts;
    private LocalTime ends;
    private Instant startsAt;
    private Instant endsAt;

    @Column(updatable = false)
    private int places;

    @Column(updatable = false)
    private int taken;

    /** Marks a slot that its session no longer has; the row remains only for the bookings that were made in it. */
    @Column(updatable = false)
    private boolean withdrawn;

    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate
    public Slot(Session session, TimeRange range, int places) {
        this.id = UUID.randomUUID();
        this.sessionId = session.id();
        this.hubId = session.hub();
        this.day = session.date();
        this.starts = LocalTime.ofInstant(range.starts(), Session.LONDON);
        this.ends = LocalTime.ofInstant(range.ends(), Session.LONDON);
        this.startsAt = range.starts();
        this.endsAt = range.ends();
        this.places = places;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Slot() {}

    public SlotTime time() {
        return new SlotTime(id, sessionId, hubId, day, starts, ends, startsAt, endsAt, places, taken, withdrawn);
    }

    public UUID sessionId() {
        return sessionId;
    }
}

package uk.alongside.conversations.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.BookingRefusal.AskedInTheFuture;
import uk.alongside.conversations.booking.BookingRefusal.NotToday;

/** A person's place in a slot. That there is one to have was settled on the slot's row before. */
@Entity
@Table(name = "booking", schema = "app")
class Booking {

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID slotId;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private LocalDate askedOn;

    @Column(updatable = false)
    private Instant bookedAt;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable Instant arrivedAt;

    enum Status {
        EXPECTED,
        ARRIVED;

        /** The word for it in JSON. */
        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Books, or throws {@link BookingRefused} with the reason why not. Asked today unless told otherwise. */
    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate
    Booking(UUID id, UUID slot, UUID person, @Nullable LocalDate askedOn, Clock clock) {
        var today = LocalDate.now(clock);
        if (askedOn != null && askedOn.isAfter(today)) {
            throw new BookingRefused(new AskedInTheFuture());
        }
        this.id = id;
        this.slotId = slot;
        this.personId = person;
        this.askedOn = askedOn == null ? today : askedOn;
        this.bookedAt = clock.instant();
        this.status = Status.EXPECTED;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Booking() {}

    /** Notes that the person came; once noted, the first time stays. A day's grace is for slips of the calendar. */
    void checkIn(LocalDate day, Clock clock) {
        if (Math.abs(ChronoUnit.DAYS.between(day, LocalDate.now(clock))) > 1) {
            throw new BookingRefused(new NotToday(day));
        }
        if (arrivedAt == null) {
            // No finer than its row keeps it: a repeat must answer with the same time.
            arrivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            status = Status.ARRIVED;
        }
    }

    UUID id() {
        return id;
    }

    UUID slot() {
        return slotId;
    }

    UUID person() {
        return personId;
    }

    LocalDate askedOn() {
        return askedOn;
    }

    Status status() {
        return status;
    }

    @Nullable
    Instant arrivedAt() {
        return arrivedAt;
    }
}

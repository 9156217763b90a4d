package uk.alongside.conversations.talkingpoint;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.talkingpoint.SessionRefusal.EndsBeforeItStarts;
import uk.alongside.conversations.talkingpoint.SessionRefusal.LongerThanADay;
import uk.alongside.conversations.talkingpoint.SessionRefusal.Over;
import uk.alongside.conversations.talkingpoint.SessionRefusal.RoomUnreadable;
import uk.alongside.conversations.talkingpoint.SessionRefusal.SlotDoesNotFit;
import uk.alongside.conversations.talkingpoint.SessionRefusal.TimeLeftOut;
import uk.alongside.conversations.talkingpoint.SessionRefusal.TooFarAhead;

/** A talking point held at a hub, once. */
@Entity
@Table(name = "session", schema = "app")
class Session {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Period FARTHEST = Period.ofMonths(12);
    private static final Duration LONGEST = Duration.ofHours(24);

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version // never changes; tells a new row from a stored one
    private @Nullable Long version;

    private UUID hubId;
    private LocalDate day;
    private LocalTime starts;
    private LocalTime ends;
    private Instant startsAt;
    private Instant endsAt;
    private int slotMinutes;
    private @Nullable String room;

    /** Plans a session, or throws {@link SessionRefused} with the reason why not. */
    static Session planned(UUID id, UUID hub, SessionPlan plan, Clock clock) {
        var today = LocalDate.now(clock.withZone(LONDON));
        if (plan.date().isAfter(today.plus(FARTHEST))) {
            throw new SessionRefused(new TooFarAhead(today.plus(FARTHEST)));
        }
        if (plan.room() != null && plan.room().codePoints().anyMatch(Session::isUnreadable)) {
            throw new SessionRefused(new RoomUnreadable());
        }
        boolean toMidnight = plan.ends().equals(LocalTime.MIDNIGHT);
        if (!toMidnight && !plan.ends().isAfter(plan.starts())) {
            throw new SessionRefused(new EndsBeforeItStarts());
        }
        var startsAt = instant("starts", plan.date(), plan.starts());
        var endsAt = instant("ends", toMidnight ? plan.date().plusDays(1) : plan.date(), plan.ends());
        var length = Duration.between(startsAt, endsAt);
        if (length.compareTo(LONGEST) > 0) {
            throw new SessionRefused(new LongerThanADay());
        }
        if (length.toMinutes() < plan.slotMinutes()) {
            throw new SessionRefused(new SlotDoesNotFit(length.toMinutes()));
        }
        if (!endsAt.isAfter(clock.instant())) {
            throw new SessionRefused(new Over());
        }
        return new Session(id, hub, plan, startsAt, endsAt);
    }

    /**
     * No arithmetic on offsets: the rules of the zone decide. A time that comes twice means its first coming; a time
     * that is left out is refused, since nobody could keep the appointment.
     */
    private static Instant instant(String field, LocalDate date, LocalTime time) {
        var local = date.atTime(time);
        var rules = LONDON.getRules();
        if (rules.getValidOffsets(local).isEmpty()) {
            var next = rules.getTransition(local).getDateTimeAfter().toLocalTime();
            throw new SessionRefused(new TimeLeftOut(field, time, next));
        }
        return local.toInstant(rules.getValidOffsets(local).getFirst());
    }

    private static boolean isUnreadable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    private Session(UUID id, UUID hub, SessionPlan plan, Instant startsAt, Instant endsAt) {
        this(id, hub, plan.date(), plan.starts(), plan.ends(), startsAt, endsAt, plan.slotMinutes(), plan.room());
    }

    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate
    private Session(
            UUID id,
            UUID hubId,
            LocalDate day,
            LocalTime starts,
            LocalTime ends,
            Instant startsAt,
            Instant endsAt,
            int slotMinutes,
            @Nullable String room) {
        this.id = id;
        this.hubId = hubId;
        this.day = day;
        this.starts = starts;
        this.ends = ends;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.slotMinutes = slotMinutes;
        this.room = room == null || room.isBlank() ? null : room.strip();
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Session() {}

    /** One slot after the other in real time; what is left at the end stays free. */
    List<Slot> slots(int places) {
        var step = Duration.ofMinutes(slotMinutes);
        long count = Duration.between(startsAt, endsAt).dividedBy(step);
        return LongStream.range(0, count)
                .mapToObj(number -> startsAt.plus(step.multipliedBy(number)))
                .map(from -> new Slot(this, from, from.plus(step), places))
                .toList();
    }

    /** What the clocks do between the midnights around this session, if the session meets it. */
    enum ClockChange {
        NONE,
        FORWARD,
        BACK
    }

    ClockChange clockChange() {
        var transition =
                LONDON.getRules().nextTransition(day.atStartOfDay(LONDON).toInstant());
        if (!transition.getDateTimeBefore().toLocalDate().equals(day)) {
            return ClockChange.NONE;
        }
        if (transition.isGap()) {
            boolean met = startsAt.isBefore(transition.getInstant()) && endsAt.isAfter(transition.getInstant());
            return met ? ClockChange.FORWARD : ClockChange.NONE;
        }
        var repeats = transition.getInstant().minus(transition.getDuration().abs());
        var repeated = transition.getInstant().plus(transition.getDuration().abs());
        return startsAt.isBefore(repeated) && endsAt.isAfter(repeats) ? ClockChange.BACK : ClockChange.NONE;
    }

    UUID id() {
        return id;
    }

    UUID hub() {
        return hubId;
    }

    LocalDate date() {
        return day;
    }

    LocalTime starts() {
        return starts;
    }

    LocalTime ends() {
        return ends;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    @Nullable
    String room() {
        return room;
    }
}

package uk.alongside.conversations.rebooking;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.booking.SessionChangeBookings;
import uk.alongside.conversations.booking.SessionChangeBookings.ActiveBooking;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.Slots;
import uk.alongside.conversations.slot.TimeRange;

/** Finds the free places at the same hub to which affected bookings can move. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OtherPlaces {

    private static final int OFFERED = 5;
    private static final int MOST_READ = 2000;
    private static final Duration BEFORE = Duration.ofDays(14);
    private static final Duration AFTER = Duration.ofDays(28);

    private final Slots slots;
    private final Timetable timetable;
    private final SessionChangeBookings bookings;
    private final Clock clock;

    OtherPlaces(Slots slots, Timetable timetable, SessionChangeBookings bookings, Clock clock) {
        this.slots = slots;
        this.timetable = timetable;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** A booking that a change affects, its time before the change, and whether the change gives it another place. */
    public record Affected(ActiveBooking booking, SlotTime was, boolean placed) {}

    /**
     * Lists the nearest free places for each booking, the nearest first. The first places of bookings that have no place
     * yet are different ones, so that every booking can take its first.
     *
     * @param allowed whether a free slot may be offered
     */
    public Map<BookingId, List<OfferedPlace>> near(HubId hub, List<Affected> affected, Predicate<SlotTime> allowed) {
        if (affected.isEmpty()) {
            return Map.of();
        }
        var inOrder = affected.stream()
                .sorted(Comparator.comparing((Affected each) -> each.was().startsAt())
                        .thenComparing(each -> each.booking().id().value()))
                .toList();
        var free = free(hub, inOrder, allowed);
        var times = new HashMap<PersonId, List<TimeRange>>();
        bookings.timesOf(inOrder.stream().map(each -> each.booking().person()).toList())
                .forEach((person, ranges) -> times.put(person, new ArrayList<>(ranges)));
        var promised = new HashMap<SlotId, Integer>();
        var offers = new HashMap<BookingId, List<OfferedPlace>>();
        for (var each : inOrder) {
            var busy = times.computeIfAbsent(each.booking().person(), _ -> new ArrayList<>());
            var near = free.stream()
                    .filter(slot -> promised.getOrDefault(slot.id(), 0) < slot.left())
                    .filter(slot -> busy.stream().noneMatch(range -> overlaps(range, slot)))
                    .sorted(Comparator.comparing((SlotTime slot) -> Duration.between(
                                            each.was().startsAt(), slot.startsAt())
                                    .abs())
                            .thenComparing(SlotTime::startsAt)
                            .thenComparing(slot -> slot.id().value()))
                    .limit(OFFERED)
                    .toList();
            if (!each.placed() && !near.isEmpty()) {
                var first = near.getFirst();
                promised.merge(first.id(), 1, Integer::sum);
                busy.add(new TimeRange(first.startsAt(), first.endsAt()));
            }
            offers.put(each.booking().id(), near.stream().map(OfferedPlace::of).toList());
        }
        return offers;
    }

    private List<SlotTime> free(HubId hub, List<Affected> inOrder, Predicate<SlotTime> allowed) {
        var now = clock.instant();
        var from = inOrder.getFirst().was().startsAt().minus(BEFORE);
        var to = inOrder.getLast().was().startsAt().plus(AFTER);
        var found = slots.freeFrom(hub, now, from.isBefore(now) ? now : from, to, null, Set.of(), MOST_READ);
        var closed = timetable.hiddenByClosure(hub, found);
        return found.stream()
                .filter(slot -> !closed.contains(slot.session()) && allowed.test(slot))
                .toList();
    }

    private static boolean overlaps(TimeRange range, SlotTime slot) {
        return range.starts().isBefore(slot.endsAt()) && slot.startsAt().isBefore(range.ends());
    }
}

package uk.alongside.conversations.sessionchange;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.TimeRange;

/**
 * The new slots of a session that changes. A slot is kept if its time stays, and withdrawn if its time goes. The
 * people booked in a withdrawn slot move together to the nearest time that has enough places and none of them yet.
 * Slots that are over stay as they are.
 *
 * @param kept slots that stay, with their places: places added by hand remain, and there are never fewer than are
 *     taken
 * @param added new slots
 * @param withdrawn slots that go
 * @param moves from slots that go to slots that stay or are new
 * @param withoutPlace slots that go whose bookings find no place
 */
public record Reslotting(
        Map<SlotId, Integer> kept,
        List<SlotTime> added,
        Set<SlotId> withdrawn,
        Map<SlotId, SlotId> moves,
        Set<SlotId> withoutPlace) {

    private static final int MOST_PLACES = 50;

    /** A slot to which people may be moved, with the people who are in it so far. */
    private static final class Target {

        private final SlotId id;
        private final Instant starts;
        private final Set<PersonId> people;
        private int left;

        Target(SlotId id, Instant starts, Set<PersonId> people, int left) {
            this.id = id;
            this.starts = starts;
            this.people = new HashSet<>(people);
            this.left = left;
        }

        SlotId id() {
            return id;
        }

        boolean canTake(Set<PersonId> others) {
            return left >= others.size() && Collections.disjoint(people, others);
        }

        void take(Set<PersonId> others) {
            left -= others.size();
            people.addAll(others);
        }

        Duration from(SlotTime slot) {
            return Duration.between(slot.startsAt(), starts).abs();
        }
    }

    /**
     * Compares the slots that the session had with those it has now, each with this number of places.
     *
     * @param extra how many places were added to a slot by hand
     * @param booked the people in each slot: a person may have several slots of a session, but none twice
     */
    public static Reslotting of(
            Session session,
            int places,
            Map<SlotId, Integer> extra,
            List<SlotTime> before,
            Map<SlotId, Set<PersonId>> booked,
            Instant now) {
        var byTime = before.stream()
                .filter(slot -> !slot.withdrawn() && !slot.isOver(now))
                .collect(toMap(
                        slot -> new TimeRange(slot.startsAt(), slot.endsAt()),
                        slot -> slot,
                        (one, _) -> one,
                        LinkedHashMap::new));
        var kept = new LinkedHashMap<SlotId, Integer>();
        var added = new ArrayList<SlotTime>();
        var targets = new ArrayList<Target>();
        for (var range : session.slotTimes()) {
            if (!range.ends().isAfter(now)) {
                continue;
            }
            var same = byTime.remove(range);
            if (same == null) {
                var slot = session.slot(range, places);
                added.add(slot);
                targets.add(new Target(slot.id(), range.starts(), Set.of(), places));
            } else {
                int wanted = Math.min(MOST_PLACES, places + extra.getOrDefault(same.id(), 0));
                int most = Math.max(wanted, same.taken());
                kept.put(same.id(), most);
                var there = booked.getOrDefault(same.id(), Set.of());
                targets.add(new Target(same.id(), range.starts(), there, most - same.taken()));
            }
        }
        var withdrawn = new LinkedHashSet<SlotId>();
        var moves = new HashMap<SlotId, SlotId>();
        var withoutPlace = new LinkedHashSet<SlotId>();
        for (var slot : byTime.values()) {
            withdrawn.add(slot.id());
            var people = booked.getOrDefault(slot.id(), Set.of());
            if (!people.isEmpty()) {
                nearest(slot, people, targets)
                        .ifPresentOrElse(
                                target -> {
                                    target.take(people);
                                    moves.put(slot.id(), target.id());
                                },
                                () -> withoutPlace.add(slot.id()));
            }
        }
        return new Reslotting(kept, added, withdrawn, moves, withoutPlace);
    }

    private static Optional<Target> nearest(SlotTime slot, Set<PersonId> people, List<Target> targets) {
        return targets.stream()
                .filter(target -> target.canTake(people))
                .min(Comparator.comparing(target -> target.from(slot)));
    }
}

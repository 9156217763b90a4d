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
import java.util.UUID;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.Slot;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.conversations.session.Span;

/**
 * What becomes of a session's slots when the session changes. A slot at a time that stays is kept; one at a time that is
 * gone is withdrawn; whoever is booked in that is moved, all together, to the nearest time that has the places and none
 * of them already. What is over stays as it was: nobody can come to it any more.
 *
 * @param kept slots that stay, with the places they have from now on: what was added to them by hand remains, and there
 *     are never fewer than are taken
 * @param added slots that are new
 * @param withdrawn slots that go
 * @param moves from slots that go to slots that stay or are new
 * @param homeless slots that go whose bookings find no place
 */
public record Reslotting(
        Map<UUID, Integer> kept, List<Slot> added, Set<UUID> withdrawn, Map<UUID, UUID> moves, Set<UUID> homeless) {

    private static final int MOST_PLACES = 50;

    /** A slot to which people may be moved, and who is there by then. */
    private static final class Target {

        private final UUID id;
        private final Instant starts;
        private final Set<UUID> people;
        private int left;

        Target(UUID id, Instant starts, Set<UUID> people, int left) {
            this.id = id;
            this.starts = starts;
            this.people = new HashSet<>(people);
            this.left = left;
        }

        UUID id() {
            return id;
        }

        boolean canTake(Set<UUID> others) {
            return left >= others.size() && Collections.disjoint(people, others);
        }

        void take(Set<UUID> others) {
            left -= others.size();
            people.addAll(others);
        }

        Duration from(SlotTime slot) {
            return Duration.between(slot.startsAt(), starts).abs();
        }
    }

    /**
     * From the slots that the session had to those it has now, with so many places each.
     *
     * @param extra how many places a slot was given beyond those of its session
     * @param booked who is booked in a slot: a person may have several of a session, but none twice
     */
    public static Reslotting of(
            Session session,
            int places,
            Map<UUID, Integer> extra,
            List<SlotTime> before,
            Map<UUID, Set<UUID>> booked,
            Instant now) {
        var bySpan = before.stream()
                .filter(slot -> !slot.withdrawn() && !slot.isOver(now))
                .collect(toMap(
                        slot -> new Span(slot.startsAt(), slot.endsAt()),
                        slot -> slot,
                        (one, _) -> one,
                        LinkedHashMap::new));
        var kept = new LinkedHashMap<UUID, Integer>();
        var added = new ArrayList<Slot>();
        var targets = new ArrayList<Target>();
        for (var span : session.slotSpans()) {
            if (!span.ends().isAfter(now)) {
                continue;
            }
            var same = bySpan.remove(span);
            if (same == null) {
                var slot = new Slot(session, span, places);
                added.add(slot);
                targets.add(new Target(slot.time().id(), span.starts(), Set.of(), places));
            } else {
                int wanted = Math.min(MOST_PLACES, places + extra.getOrDefault(same.id(), 0));
                int most = Math.max(wanted, same.taken());
                kept.put(same.id(), most);
                var there = booked.getOrDefault(same.id(), Set.of());
                targets.add(new Target(same.id(), span.starts(), there, most - same.taken()));
            }
        }
        var withdrawn = new LinkedHashSet<UUID>();
        var moves = new HashMap<UUID, UUID>();
        var homeless = new LinkedHashSet<UUID>();
        for (var slot : bySpan.values()) {
            withdrawn.add(slot.id());
            var people = booked.getOrDefault(slot.id(), Set.of());
            if (!people.isEmpty()) {
                nearest(slot, people, targets)
                        .ifPresentOrElse(
                                target -> {
                                    target.take(people);
                                    moves.put(slot.id(), target.id());
                                },
                                () -> homeless.add(slot.id()));
            }
        }
        return new Reslotting(kept, added, withdrawn, moves, homeless);
    }

    private static Optional<Target> nearest(SlotTime slot, Set<UUID> people, List<Target> targets) {
        return targets.stream()
                .filter(target -> target.canTake(people))
                .min(Comparator.comparing(target -> target.from(slot)));
    }
}

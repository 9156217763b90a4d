package uk.alongside.conversations.sessionchange;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionPattern;
import uk.alongside.conversations.session.SessionPlan;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;

class ReslottingTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), Session.LONDON);
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    @Test
    void keepsEveryTimeThatStays() {
        var before = slots(session("09:30", "12:30", 45), 2);

        var change = Reslotting.of(session("09:30", "14:00", 45), 2, Map.of(), before, Map.of(), NOON.instant());

        assertThat(change.kept()).hasSize(4);
        assertThat(change.added()).hasSize(2);
        assertThat(change.withdrawn()).isEmpty();
    }

    @Test
    void tellsTheHoursApartThatTheClocksCallTheSame() {
        var clocksGoBack = LocalDate.parse("2026-10-25");
        var before = slots(session(clocksGoBack, "01:00", "02:00", 60), 1);

        var change = Reslotting.of(
                session(clocksGoBack, "00:00", "02:00", 60),
                1,
                Map.of(),
                before,
                Map.of(before.get(0).id(), people(1), before.get(1).id(), people(1)),
                NOON.instant());

        assertThat(before).extracting(SlotTime::starts).containsOnly(LocalTime.of(1, 0));
        assertThat(change.kept())
                .containsOnlyKeys(before.get(0).id(), before.get(1).id());
        assertThat(change.added()).extracting(SlotTime::starts).containsExactly(LocalTime.MIDNIGHT);
        assertThat(change.moves()).isEmpty();
    }

    @Test
    void takesNoPlaceAwayThatIsTaken() {
        var slot = taken(slots(session("09:30", "10:15", 45), 3).getFirst(), 2);

        var change = Reslotting.of(
                session("09:30", "10:15", 45),
                1,
                Map.of(),
                List.of(slot),
                Map.of(slot.id(), people(2)),
                NOON.instant());

        assertThat(change.kept()).containsExactly(Map.entry(slot.id(), 2));
    }

    @Test
    void keepsThePlacesThatWereAddedToASlot() {
        var slot = taken(slots(session("09:30", "10:15", 45), 3).getFirst(), 0);
        var extra = Map.of(slot.id(), 2);

        for (var places : Map.of(1, 3, 3, 5, 49, 50).entrySet()) {
            var change = Reslotting.of(
                    session("09:30", "10:15", 45), places.getKey(), extra, List.of(slot), Map.of(), NOON.instant());

            assertThat(change.kept()).containsExactly(Map.entry(slot.id(), places.getValue()));
        }
    }

    @Test
    void leavesWhatIsOverAsItWas() {
        var before = slots(session("09:30", "12:30", 45), 1);
        var halfPastTen = Instant.parse("2026-03-10T10:30:00Z");

        var change = Reslotting.of(
                session("09:45", "12:45", 45),
                1,
                Map.of(),
                before,
                Map.of(before.get(0).id(), people(1), before.get(1).id(), people(1)),
                halfPastTen);

        assertThat(change.withdrawn())
                .containsExactlyInAnyOrder(
                        before.get(1).id(), before.get(2).id(), before.get(3).id());
        assertThat(change.added())
                .extracting(SlotTime::starts)
                .containsExactly(LocalTime.of(10, 30), LocalTime.of(11, 15), LocalTime.of(12, 0));
        assertThat(change.moves()).containsOnlyKeys(before.get(1).id());
    }

    @Test
    void movesPeopleToTheNearestTime() {
        var slot = taken(slots(session("09:30", "10:15", 45), 1).getFirst(), 1);

        var change = Reslotting.of(
                session("10:00", "12:15", 45),
                1,
                Map.of(),
                List.of(slot),
                Map.of(slot.id(), people(1)),
                NOON.instant());

        assertThat(change.withdrawn()).containsExactly(slot.id());
        assertThat(change.moves())
                .containsExactly(Map.entry(slot.id(), change.added().getFirst().id()));
        assertThat(change.withoutPlace()).isEmpty();
    }

    @Test
    void saysForWhomThereIsNoPlace() {
        var before = slots(session("09:30", "11:00", 45), 1);
        var booked = before.stream().map(slot -> taken(slot, 1)).toList();

        var change = Reslotting.of(
                session("13:00", "13:45", 45),
                1,
                Map.of(),
                booked,
                Map.of(before.get(0).id(), people(1), before.get(1).id(), people(1)),
                NOON.instant());

        assertThat(change.moves()).hasSize(1);
        assertThat(change.withoutPlace()).hasSize(1);
    }

    @Test
    void putsNobodyTwiceIntoOneSlot() {
        var before = slots(session("09:30", "10:30", 30), 1).stream()
                .map(slot -> taken(slot, 1))
                .toList();
        var ann = people(1);
        var booked = Map.of(before.get(0).id(), ann, before.get(1).id(), ann);

        var one = Reslotting.of(session("09:30", "10:30", 60), 2, Map.of(), before, booked, NOON.instant());
        var two = Reslotting.of(session("09:30", "11:30", 60), 2, Map.of(), before, booked, NOON.instant());

        assertThat(one.moves()).containsOnlyKeys(before.get(0).id());
        assertThat(one.withoutPlace()).containsExactly(before.get(1).id());
        assertThat(two.moves().values()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void hasNoPlaceForAnybodyWherePeopleOnlyDropIn() {
        var slot = taken(slots(session("09:30", "10:15", 45), 1).getFirst(), 1);

        var change = Reslotting.of(
                session("09:30", "10:15", null),
                1,
                Map.of(),
                List.of(slot),
                Map.of(slot.id(), people(1)),
                NOON.instant());

        assertThat(change.withdrawn()).containsExactly(slot.id());
        assertThat(change.withoutPlace()).containsExactly(slot.id());
    }

    /** After any change no booking is lost, no slot is overbooked, and every time of the session has its slot. */
    @ParameterizedTest
    @MethodSource("seeds")
    void losesNobodyAndBooksNobodyOver(int seed) {
        var random = new Random(seed);
        var places = 1 + random.nextInt(4);
        var before = new ArrayList<SlotTime>();
        var booked = new HashMap<SlotId, Set<PersonId>>();
        var crowd = List.copyOf(people(6));
        for (var slot : slots(anySession(random), places)) {
            int people = random.nextInt(places + 1);
            int held = random.nextInt(places - people + 1);
            before.add(taken(slot, people + held));
            var who = new ArrayList<>(crowd);
            Collections.shuffle(who, random);
            booked.put(slot.id(), Set.copyOf(who.subList(0, people)));
        }
        var after = anySession(random);
        var placesAfter = 1 + random.nextInt(4);

        var change = Reslotting.of(after, placesAfter, Map.of(), before, booked, NOON.instant());

        assertThat(change.kept().size() + change.added().size())
                .isEqualTo(after.slotTimes().size());
        var all = new HashSet<>(change.kept().keySet());
        all.addAll(change.withdrawn());
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(SlotTime::id).toList());
        assertThat(change.withdrawn()).noneMatch(change.kept()::containsKey);
        for (var gone : change.withdrawn()) {
            assertThat(!booked.getOrDefault(gone, Set.of()).isEmpty())
                    .isEqualTo(change.moves().containsKey(gone)
                            || change.withoutPlace().contains(gone));
        }
        var taken = before.stream().collect(toMap(SlotTime::id, SlotTime::taken));
        var most = new HashMap<>(change.kept());
        change.added().forEach(slot -> {
            taken.put(slot.id(), 0);
            most.put(slot.id(), placesAfter);
        });
        var there = new HashMap<SlotId, Set<PersonId>>();
        change.kept().keySet().forEach(slot -> there.put(slot, new HashSet<>(booked.getOrDefault(slot, Set.of()))));
        change.moves().forEach((from, to) -> {
            var who = booked.getOrDefault(from, Set.of());
            taken.merge(to, who.size(), Integer::sum);
            for (var person : who) {
                assertThat(there.computeIfAbsent(to, _ -> new HashSet<>()).add(person))
                        .isTrue();
            }
        });
        assertThat(most).allSatisfy((slot, limit) -> assertThat(taken.get(slot)).isLessThanOrEqualTo(limit));
    }

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    private static Session anySession(Random random) {
        var starts = LocalTime.of(8 + random.nextInt(4), 15 * random.nextInt(4));
        var length = List.of(15, 20, 30, 45, 60).get(random.nextInt(5));
        var ends = starts.plusMinutes(60L + 15L * random.nextInt(16));
        return session(starts.toString(), ends.toString(), random.nextInt(10) == 0 ? null : length);
    }

    private static Session session(String starts, String ends, @Nullable Integer slotMinutes) {
        return session(DAY, starts, ends, slotMinutes);
    }

    private static Session session(LocalDate day, String starts, String ends, @Nullable Integer slotMinutes) {
        var pattern = new SessionPattern(
                LocalTime.parse(starts),
                LocalTime.parse(ends),
                List.of(),
                slotMinutes,
                slotMinutes == null ? null : 1,
                null,
                null,
                null,
                List.of());
        return Session.planned(SessionId.random(), new HubId(UUID.randomUUID()), new SessionPlan(day, pattern), NOON);
    }

    private static List<SlotTime> slots(Session session, int places) {
        return session.slots(places);
    }

    private static Set<PersonId> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> new PersonId(UUID.randomUUID()))
                .collect(toSet());
    }

    private static SlotTime taken(SlotTime slot, int taken) {
        return new SlotTime(
                slot.id(),
                slot.session(),
                slot.hub(),
                slot.date(),
                slot.starts(),
                slot.ends(),
                slot.startsAt(),
                slot.endsAt(),
                slot.places(),
                taken,
                slot.withdrawn());
    }
}

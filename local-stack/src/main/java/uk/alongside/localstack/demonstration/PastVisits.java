package uk.alongside.localstack.demonstration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.localstack.demonstration.Story.Talk;

/**
 * The visits of two made-up years: a talking point at each hub, and the people whose stories take place there. Everything
 * comes from hashes, so the plan is the same each time for the same day.
 */
final class PastVisits {

    /** The days before today that have a past. */
    static final int DAYS = 729;

    static final int SLOTS = 4;

    /** The weeks before today in which every hub has a session each week. Before them two hubs had one each fortnight. */
    private static final int WEEKLY = 8;

    /** The days that staff have not finished yet. */
    private static final int UNFINISHED_DAYS = 7;

    private final LocalDate until;
    private final int hubs;
    private final Chance chance;
    private final Map<Place, Integer> taken = new HashMap<>();

    PastVisits(LocalDate until, int hubs, Chance chance) {
        this.until = until;
        this.hubs = hubs;
        this.chance = chance;
    }

    /**
     * A made-up person.
     *
     * @param word a word that is the same each time
     * @param measured whether the person's measures come from their story
     * @param described whether what the person says about themselves comes from their story
     */
    record Resident(UUID id, String word, Story story, boolean measured, boolean described) {}

    /** A slot of a session. */
    record Place(int hub, LocalDate day, int slot) {}

    enum Way {
        CAME,
        WALKED_IN,
        AT_HOME,
        DID_NOT_ATTEND,
        CANCELLED,
        EXPECTED;

        boolean isBooked() {
            return this != WALKED_IN && this != AT_HOME;
        }

        boolean isTalk() {
            return this == CAME || this == WALKED_IN || this == AT_HOME;
        }
    }

    /**
     * A visit.
     *
     * @param number the place of the talk in the story
     * @param talk the talk; null if there was none
     */
    record Visit(
            Resident person,
            Place place,
            Way way,
            int number,
            @Nullable Talk talk) {

        LocalDate day() {
            return place.day();
        }
    }

    /** Returns the days on which a hub had a session. */
    List<LocalDate> days(int hub) {
        return until.minusDays(DAYS)
                .datesUntil(until)
                .filter(day -> isSessionDay(hub, day))
                .toList();
    }

    int taken(Place place) {
        return taken.getOrDefault(place, 0);
    }

    /** Plans the visits of a person, the first one first. */
    List<Visit> plan(Resident person) {
        var visits = new ArrayList<Visit>();
        int hub = chance.below(hubs, person.word(), "hub");
        var from = until.minusDays(begins(person.word()));
        for (int number = 0; number < person.story().talks().size(); number++) {
            var talk = person.story().talks().get(number);
            var planned = visit(person, hub, from.plusDays(talk.after()), number, talk);
            if (planned.isEmpty()) {
                return visits;
            }
            if (number == 0) {
                absence(person, planned.get()).ifPresent(visits::add);
            }
            visits.add(planned.get());
            from = planned.get().day();
        }
        return visits;
    }

    /** Returns how many days ago a story begins. More begin later, because the talking points became known. */
    private int begins(String word) {
        double share = chance.below(10_000, word, "begins") / 10_000.0;
        return 4 + (int) ((DAYS - 20) * Math.pow(share, 1.2));
    }

    private Optional<Visit> visit(Resident person, int hub, LocalDate from, int number, Talk talk) {
        if (person.story().needs().contains("home-visit")) {
            var day = workday(from);
            return day.isBefore(until)
                    ? Optional.of(new Visit(person, new Place(hub, day, 0), Way.AT_HOME, number, talk))
                    : Optional.empty();
        }
        return free(hub, from, person.word())
                .map(place -> new Visit(person, place, way(person, place, number), number, talk))
                .map(this::take);
    }

    private Visit take(Visit visit) {
        if (visit.way().isBooked() && visit.way() != Way.CANCELLED) {
            taken.merge(visit.place(), 1, Integer::sum);
        }
        return visit;
    }

    private Way way(Resident person, Place place, int number) {
        if (!place.day().isBefore(until.minusDays(UNFINISHED_DAYS)) && chance.oneIn(6, person.word(), "expected")) {
            return Way.EXPECTED;
        }
        return chance.oneIn(9, person.word(), "walked in", number) ? Way.WALKED_IN : Way.CAME;
    }

    /** A booking one session before the first visit that came to nothing, for some people. */
    private Optional<Visit> absence(Resident person, Visit first) {
        int drawn = chance.below(9, person.word(), "absence");
        if (drawn > 1 || !first.way().isBooked()) {
            return Optional.empty();
        }
        var way = drawn == 0 ? Way.DID_NOT_ATTEND : Way.CANCELLED;
        int hub = first.place().hub();
        return free(hub, first.day().minusDays(16), person.word())
                .filter(place -> place.day().isBefore(first.day()))
                .filter(place -> place.day().isBefore(until.minusDays(UNFINISHED_DAYS)))
                .map(place -> take(new Visit(person, place, way, 0, null)));
    }

    private Optional<Place> free(int hub, LocalDate from, String word) {
        var first = until.minusDays(DAYS);
        var start = from.isBefore(first) ? first : from;
        for (var day = start; day.isBefore(until); day = day.plusDays(1)) {
            if (isSessionDay(hub, day)) {
                int preferred = chance.below(SLOTS, word, "slot");
                for (int i = 0; i < SLOTS; i++) {
                    var place = new Place(hub, day, (preferred + i) % SLOTS);
                    if (taken(place) < places(day)) {
                        return Optional.of(place);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns how many places a slot had: two since the talking points are every week. */
    int places(LocalDate day) {
        return isRecent(day) ? 2 : 1;
    }

    private boolean isSessionDay(int hub, LocalDate day) {
        boolean weekday = day.getDayOfWeek().getValue() == hub * 2 + 1;
        boolean fortnight = Math.floorMod(day.toEpochDay() / 7, 2) == hub % 2;
        return weekday && (hub == 0 || isRecent(day) || fortnight);
    }

    /** Returns this day, or the Monday after it if it is at a weekend. */
    static LocalDate workday(LocalDate day) {
        int number = day.getDayOfWeek().getValue();
        return number > 5 ? day.plusDays(8L - number) : day;
    }

    private boolean isRecent(LocalDate day) {
        return ChronoUnit.WEEKS.between(day, until) < WEEKLY;
    }
}

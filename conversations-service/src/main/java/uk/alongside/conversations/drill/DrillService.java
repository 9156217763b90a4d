package uk.alongside.conversations.drill;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.drill.DrillRefusal.PeopleForPractitioners;
import uk.alongside.conversations.drill.FigureLooks.Look;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.insight.FigureUnits;
import uk.alongside.conversations.insight.FigureUnits.AtHub;
import uk.alongside.conversations.insight.FigureUnits.Unit;
import uk.alongside.conversations.insight.Period;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Goes from a figure of a hub to the sessions behind it, and from a session to the people. */
@Service
class DrillService {

    static final int PAGE = 100;

    private final FigureUnits units;
    private final FigureLooks looks;
    private final RecordedConversations records;
    private final PersonDirectory people;
    private final MergedPeople merged;
    private final HubDirectory hubs;
    private final Audit audit;
    private final Clock clock;

    DrillService(
            FigureUnits units,
            FigureLooks looks,
            RecordedConversations records,
            PersonDirectory people,
            MergedPeople merged,
            HubDirectory hubs,
            Audit audit,
            Clock clock) {
        this.units = units;
        this.looks = looks;
        this.records = records;
        this.people = people;
        this.merged = merged;
        this.hubs = hubs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The sessions of one kind on one day at a hub; the day is null for what has had no session yet. */
    record SessionKey(@Nullable LocalDate day, @Nullable String kind) {

        private static final Comparator<SessionKey> BY_DAY = comparing(
                        SessionKey::day, nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(SessionKey::kind, nullsLast(Comparator.<String>naturalOrder()));

        private static SessionKey of(Unit unit) {
            return new SessionKey(unit.met(), unit.kind());
        }
    }

    /** The units that the caller may see, and how many are left out because of a restricted record. */
    record Seen(List<Unit> units, long restricted) {}

    /** The units of one session. */
    record Session(SessionKey key, Seen seen) {}

    /**
     * The sessions behind a figure of a hub, the earliest day first.
     *
     * @param all the units of all sessions; null if only members who may read conversations see the sessions
     */
    record Sessions(HubName hub, Period period, @Nullable Seen all, List<Session> sessions) {}

    /** A person behind a figure, and the units that are about them. */
    record Counted(PersonCard person, List<Unit> units) {}

    /**
     * The people behind a figure in one session, by name.
     *
     * @param unnamed how many units are of people who gave no name
     */
    record People(HubName hub, Seen seen, long unnamed, Page<Counted, PersonId> page) {}

    /** The restricted records that the caller may not read, and their people. */
    private record Hidden(Set<UUID> records, Set<PersonId> people) {

        private Seen of(List<Unit> units) {
            var seen = units.stream().filter(unit -> !hides(unit)).toList();
            return new Seen(seen, units.size() - seen.size());
        }

        private boolean hides(Unit unit) {
            return records.contains(unit.record()) || people.contains(unit.person());
        }
    }

    @Transactional(readOnly = true)
    Sessions sessions(AtHub part) {
        var hub = hub(part);
        var period = units.period(part).orElseThrow(Refused::notFound);
        if (part.figure().tellsOfPeople() && !mayReadConversations()) {
            return new Sessions(hub, period, null, List.of());
        }
        var all = units.of(part, period);
        var hidden = hidden(part);
        var sessions = new TreeMap<SessionKey, List<Unit>>(SessionKey.BY_DAY);
        all.forEach(unit -> sessions.computeIfAbsent(SessionKey.of(unit), _ -> new ArrayList<>())
                .add(unit));
        return new Sessions(
                hub,
                period,
                hidden.of(all),
                sessions.entrySet().stream()
                        .map(session -> new Session(session.getKey(), hidden.of(session.getValue())))
                        .toList());
    }

    /** Lists the people behind a figure in one session, and keeps who looked and why. */
    @Transactional
    People people(AtHub part, SessionKey session, String reason, @Nullable PersonId after) {
        if (!part.figure().isOfBookings() && !mayReadConversations()) {
            throw new PeopleForPractitioners().refused();
        }
        var hub = hub(part);
        var period = units.period(part).filter(_ -> part.figure().hasPeople()).orElseThrow(Refused::notFound);
        var seen = hidden(part)
                .of(units.of(part, period).stream()
                        .filter(unit -> SessionKey.of(unit).equals(session))
                        .toList());
        var byPerson = new HashMap<PersonId, List<Unit>>();
        long unnamed = 0;
        var records = recorded(seen.units());
        for (var unit : seen.units()) {
            var about = unit.person() == null ? people(unit, records) : List.of(unit.person());
            about.forEach(person ->
                    byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(unit));
            unnamed += about.isEmpty() ? 1 : 0;
        }
        var page = Page.of(
                people.find(byPerson.keySet()).values().stream()
                        .map(person -> new Counted(person, byPerson.getOrDefault(person.id(), List.of())))
                        .sorted(comparing((Counted each) -> each.person().name())
                                .thenComparing(each -> each.person().id().value()))
                        .toList(),
                each -> each.person().id(),
                after,
                PAGE);
        keepLook(part, session, reason, page);
        return new People(hub, seen, unnamed, page);
    }

    private void keepLook(AtHub part, SessionKey session, String reason, Page<Counted, PersonId> page) {
        var look = new Look(
                UUID.randomUUID(),
                part,
                session.day(),
                reason,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Caller.current().member());
        looks.add(look);
        audit.changed(FigureLooks.KIND, look.id(), "opened");
        audit.read(
                "person",
                page.items().stream().map(each -> each.person().id().value()).toList());
    }

    private HubName hub(AtHub part) {
        return hubs.find(part.hub()).orElseThrow(Refused::notFound);
    }

    private static boolean mayReadConversations() {
        return Caller.current().roles().stream()
                .anyMatch(role -> role.authorities().contains("conversation:read"));
    }

    /** Returns what a figure does not show the caller. Bookings are not restricted. */
    private Hidden hidden(AtHub part) {
        var ids = part.figure().isOfBookings() ? List.<ConversationId>of() : records.hidden();
        return new Hidden(
                ids.stream().map(ConversationId::value).collect(toSet()),
                records.people(ids).values().stream()
                        .flatMap(List::stream)
                        .map(merged::kept)
                        .collect(toSet()));
    }

    /** Returns the people, kept after merges, of the conversations whose units name no person. */
    private Map<UUID, List<PersonId>> recorded(List<Unit> units) {
        var found = new HashMap<UUID, List<PersonId>>();
        records.people(units.stream()
                        .filter(unit -> unit.person() == null && unit.record() != null)
                        .map(unit -> new ConversationId(requireNonNull(unit.record())))
                        .distinct()
                        .toList())
                .forEach((id, of) -> found.put(
                        id.value(), of.stream().map(merged::kept).distinct().toList()));
        return found;
    }

    private static List<PersonId> people(Unit unit, Map<UUID, List<PersonId>> records) {
        return unit.record() == null ? List.of() : records.getOrDefault(unit.record(), List.of());
    }
}

package uk.alongside.conversations.auditsubjects;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.Booking;
import uk.alongside.conversations.booking.Bookings;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.series.SeriesRepository;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.walkin.WalkIn;
import uk.alongside.conversations.walkin.WalkIns;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.audit.AuditSubjects;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;

/**
 * Describes a hub by its name, and everything at a hub by the hub, the day and the time. A resident is described by their
 * reference, and for a caller who may read people also by their name; a conversation is described by its day.
 */
@Component
class RecordDescriptions implements AuditSubjects {

    private final PersonDirectory people;
    private final HubDirectory hubs;
    private final Timetable timetable;
    private final SeriesRepository series;
    private final Bookings bookings;
    private final WalkIns walkIns;
    private final Conversations conversations;
    private final Team team;
    private final Audit audit;

    RecordDescriptions(
            PersonDirectory people,
            HubDirectory hubs,
            Timetable timetable,
            SeriesRepository series,
            Bookings bookings,
            WalkIns walkIns,
            Conversations conversations,
            Team team,
            Audit audit) {
        this.people = people;
        this.hubs = hubs;
        this.timetable = timetable;
        this.series = series;
        this.bookings = bookings;
        this.walkIns = walkIns;
        this.conversations = conversations;
        this.team = team;
        this.audit = audit;
    }

    /** A record, and the hub, day and time of it. */
    private record AtHub(
            UUID id,
            HubId hub,
            @Nullable LocalDate date,
            @Nullable LocalTime starts) {}

    @Override
    @Transactional
    public Map<UUID, Subject> describe(Map<String, Set<UUID>> idsByKind) {
        var described = new HashMap<UUID, Subject>(people(idsByKind.getOrDefault(PERSON, Set.of())));
        conversations
                .days(idsByKind.getOrDefault(Conversations.KIND, Set.of()))
                .forEach((id, day) -> described.put(id, new Subject(null, null, null, day, null)));
        team.names(idsByKind.getOrDefault("member", Set.of()))
                .forEach((id, name) -> described.put(id, new Subject(name, null, null, null, null)));
        var atHubs = idsByKind.entrySet().stream()
                .flatMap(kind -> atHubs(kind.getKey(), kind.getValue()).stream())
                .toList();
        var names = hubs.names(atHubs.stream().map(AtHub::hub).distinct().toList());
        for (var record : atHubs) {
            var name = names.get(record.hub());
            if (name != null) {
                described.put(
                        record.id(), new Subject(name, null, record.hub().value(), record.date(), record.starts()));
            }
        }
        return described;
    }

    /** Returns the id of the person with this reference. */
    @Transactional(readOnly = true)
    public PersonId person(String reference) {
        return people.findByReference(reference).orElseThrow(Refused::notFound);
    }

    private Map<UUID, Subject> people(Set<UUID> ids) {
        var found = people.find(ids.stream().map(PersonId::new).toList()).values();
        boolean mayRead = Caller.current().roles().stream()
                .anyMatch(role -> role.authorities().contains("person:read"));
        if (mayRead && !found.isEmpty()) {
            audit.read("audit", List.of());
            audit.read(PERSON, found.stream().map(person -> person.id().value()).toList());
        }
        return found.stream()
                .collect(toMap(
                        person -> person.id().value(),
                        person -> new Subject(mayRead ? person.name() : null, person.reference(), null, null, null)));
    }

    private List<AtHub> atHubs(String kind, Set<UUID> ids) {
        return switch (kind) {
            case "hub", "day" ->
                ids.stream().map(id -> new AtHub(id, new HubId(id), null, null)).toList();
            case "session" ->
                timetable.sessions(ids).stream()
                        .map(session ->
                                new AtHub(session.id().value(), session.hub(), session.date(), session.starts()))
                        .toList();
            case "series" ->
                series.findPlaces(ids).stream()
                        .map(place -> new AtHub(place.series(), new HubId(place.hub()), null, null))
                        .toList();
            case "slot" -> atSlots(ids.stream().collect(toMap(Function.identity(), SlotId::new)));
            case Booking.KIND ->
                atSlots(bookings.findByIdIn(ids).stream()
                        .collect(toMap(booking -> booking.id().value(), Booking::slot)));
            case WalkIn.KIND ->
                walkIns.findByIdIn(ids).stream()
                        .map(walkIn -> new AtHub(walkIn.id().value(), walkIn.hub(), walkIn.day(), null))
                        .toList();
            default -> List.of();
        };
    }

    private List<AtHub> atSlots(Map<UUID, SlotId> slots) {
        var times = timetable.slots(slots.values());
        return slots.entrySet().stream()
                .flatMap(entry ->
                        Stream.ofNullable(times.get(entry.getValue())).map(slot -> atSlot(entry.getKey(), slot)))
                .toList();
    }

    private static AtHub atSlot(UUID id, SlotTime slot) {
        return new AtHub(id, slot.hub(), slot.date(), slot.starts());
    }
}

package uk.alongside.conversations.sessionchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.conversations.booking.SessionChangeBookings;
import uk.alongside.conversations.booking.SessionChangeBookings.ActiveBooking;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.series.HubCalendar;
import uk.alongside.conversations.series.HubCalendars;
import uk.alongside.conversations.series.PlanningConflict;
import uk.alongside.conversations.series.Series;
import uk.alongside.conversations.series.SeriesRepository;
import uk.alongside.conversations.session.RoomAndStaff;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionPattern;
import uk.alongside.conversations.session.SessionPlan;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.session.Sessions;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.conversations.session.Slots;
import uk.alongside.conversations.sessionchange.SessionChange.Scope;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.BookingsDoNotFit;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.NotOfASeries;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.PreviewOutdated;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;

/**
 * Changes, cancels and ends sessions together with the bookings in them. A preview carries a change out and rolls it
 * back. To apply a change, the caller names the hash of its previewed impact: either that impact happens, or nothing.
 */
@Service
class SessionChangeService {

    private static final long HASHES = 1_000_000_000_000_000_000L;

    private final SeriesRepository repository;
    private final Sessions sessions;
    private final Slots slots;
    private final SessionChangeBookings bookings;
    private final PersonDirectory people;
    private final DayChanges days;
    private final HubDirectory hubs;
    private final RoomAndStaff roomAndStaff;
    private final HubCalendars calendars;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SessionChangeService(
            SeriesRepository repository,
            Sessions sessions,
            Slots slots,
            SessionChangeBookings bookings,
            PersonDirectory people,
            DayChanges days,
            HubDirectory hubs,
            RoomAndStaff roomAndStaff,
            HubCalendars calendars,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.sessions = sessions;
        this.slots = slots;
        this.bookings = bookings;
        this.people = people;
        this.days = days;
        this.hubs = hubs;
        this.roomAndStaff = roomAndStaff;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The effect on a booking: it moves to another time, or is cancelled where {@code to} is null. */
    record BookingEffect(
            ActiveBooking booking, LocalTime from, @Nullable LocalTime to) {}

    /** A session that changes, its number of bookings, and the effects on those that move or are cancelled. */
    record AffectedSession(Session session, int booked, List<BookingEffect> effects) {

        int moved() {
            return (int) effects.stream().filter(effect -> effect.to() != null).count();
        }

        int cancelled() {
            return effects.size() - moved();
        }
    }

    /**
     * The impact of a change, with a hash that another booking or change makes invalid.
     *
     * @param names the names of the affected people; none for a member who may not read people
     */
    record ChangeImpact(List<AffectedSession> sessions, Map<UUID, String> names, long impactHash) {

        /** Leaves the names out, because records are written to logs. */
        @Override
        public String toString() {
            return "ChangeImpact[impactHash=" + impactHash + "]";
        }
    }

    ChangeImpact preview(UUID session, SessionChange change) {
        return preview(() -> change(session, change, null));
    }

    ChangeImpact apply(UUID session, SessionChange change, long previewed) {
        return apply(() -> change(session, change, previewed));
    }

    ChangeImpact previewCancel(UUID session, String reason) {
        return preview(() -> cancel(session, reason, null));
    }

    ChangeImpact applyCancel(UUID session, String reason, long previewed) {
        return apply(() -> cancel(session, reason, previewed));
    }

    ChangeImpact previewEnd(UUID series, LocalDate last, String reason) {
        return preview(() -> end(series, last, reason, null));
    }

    ChangeImpact applyEnd(UUID series, LocalDate last, String reason, long previewed) {
        return apply(() -> end(series, last, reason, previewed));
    }

    /** Finds the impact of a change. Nothing is stored but the audit of the people who were read. */
    private ChangeImpact preview(Supplier<ChangeImpact> change) {
        var impact = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return named(change.get());
        }));
        if (!impact.names().isEmpty()) {
            transaction.executeWithoutResult(_ -> auditPeopleRead(impact));
        }
        return impact;
    }

    private ChangeImpact apply(Supplier<ChangeImpact> change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var impact = named(change.get());
            auditPeopleRead(impact);
            return impact;
        }));
    }

    private ChangeImpact named(ChangeImpact impact) {
        var ids = impact.sessions().stream()
                .flatMap(affected -> affected.effects().stream())
                .map(effect -> effect.booking().person())
                .distinct()
                .toList();
        boolean mayRead = Caller.current().roles().stream()
                .anyMatch(role -> role.authorities().contains("person:read"));
        return mayRead && !ids.isEmpty()
                ? new ChangeImpact(impact.sessions(), names(ids), impact.impactHash())
                : impact;
    }

    private Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        people.find(ids).forEach((id, person) -> names.put(id, person.name()));
        return names;
    }

    private void auditPeopleRead(ChangeImpact impact) {
        if (!impact.names().isEmpty()) {
            audit.read("person", impact.names().keySet());
        }
    }

    private ChangeImpact cancel(UUID id, String reason, @Nullable Long previewed) {
        return changeSessions(List.of(lock(id)), new SessionChange(Scope.THIS, null, reason, true), previewed);
    }

    /** Ends a series and cancels its sessions after its new last day. */
    private ChangeImpact end(UUID id, LocalDate last, String reason, @Nullable Long previewed) {
        var hub = repository.findHubOf(id).orElseThrow(() -> Refused.notFound());
        hubs.findForPlanning(hub);
        var series = repository.findById(id).orElseThrow(() -> Refused.notFound());
        series.endAfter(last, clock);
        var falling = ahead(id).stream()
                .filter(session -> session.date().isAfter(last))
                .toList();
        audit.changed("series", id, "ended");
        return changeSessions(falling, new SessionChange(Scope.LATER, null, reason, true), previewed);
    }

    private ChangeImpact change(UUID id, SessionChange asked, @Nullable Long previewed) {
        var from = lock(id);
        var wanted = roomAndStaff.resolve(from.hub(), Objects.requireNonNull(asked.pattern()));
        var change = asked.withPattern(wanted);
        if (change.scope() == Scope.THIS) {
            return changeSessions(List.of(from), change, previewed);
        }
        var seriesId = from.series();
        if (seriesId == null) {
            throw new NotOfASeries().refused();
        }
        var series = repository.findById(seriesId).orElseThrow();
        var day = Objects.requireNonNull(from.seriesDay());
        var targets = change.scope() == Scope.ALL
                ? ahead(seriesId)
                : ahead(seriesId).stream()
                        .filter(session ->
                                !Objects.requireNonNull(session.seriesDay()).isBefore(day))
                        .filter(session -> session.id().equals(id) || !session.isChangedAlone())
                        .toList();
        audit.changed("series", seriesId, "changed");
        var impact = changeSessions(targets, change, previewed);
        if (change.scope() == Scope.LATER && day.isAfter(series.recurrence().first())) {
            split(series, day, wanted);
        } else {
            series.rearrange(wanted);
        }
        return impact;
    }

    /** Lists the sessions of a series that are neither over nor cancelled. */
    private List<Session> ahead(UUID series) {
        return sessions.findBySeriesIdAndDayGreaterThanEqualOrderByStartsAt(series, Series.today(clock)).stream()
                .filter(session -> !session.isCancelled() && !session.isOver(clock.instant()))
                .toList();
    }

    /** Finds the session and locks its hub, so that requests that plan at one hub see what the others have planned. */
    private Session lock(UUID id) {
        var hub = sessions.findHubOf(id).orElseThrow(() -> Refused.notFound());
        hubs.findForPlanning(hub);
        var session = sessions.findById(id).orElseThrow(() -> Refused.notFound());
        if (session.isOver(clock.instant())) {
            throw new Over().refused();
        }
        return session;
    }

    private void split(Series series, LocalDate day, SessionPattern wanted) {
        series.splitOn(day, wanted).ifPresent(later -> {
            repository.save(later);
            sessions.findBySeriesIdAndSeriesDayGreaterThanEqual(series.id(), day)
                    .forEach(session -> session.belongsTo(later.id()));
        });
    }

    private ChangeImpact changeSessions(List<Session> targets, SessionChange change, @Nullable Long previewed) {
        if (targets.isEmpty()) {
            return new ChangeImpact(
                    List.of(), Map.of(), checkedHash(List.of(), List.of(), List.of(), change, previewed));
        }
        var hub = targets.getFirst().hub();
        var present = slots.findForChange(targets.stream().map(Session::id).toList()).stream()
                .filter(slot -> !slot.isOver(clock.instant()))
                .collect(groupingBy(SlotTime::session));
        var there = present.values().stream().flatMap(List::stream).toList();
        var slotIds = there.stream().map(SlotTime::id).toList();
        var active = bookings.on(slotIds);
        var extra = change.pattern() == null ? Map.<UUID, Integer>of() : bookings.extraPlaces(slotIds);
        var versions = targets.stream()
                .map(session -> session.id() + ":" + session.version())
                .toList();
        // The sessions are audited before the bookings, because the first change names the event.
        var ids = targets.stream().map(Session::id).toList();
        audit.changed("session", ids, change.pattern() == null ? "cancelled" : "changed");
        var booked = active.stream().collect(groupingBy(ActiveBooking::slot));
        var calendar = calendars.of(hub);
        var steps = new ArrayList<Step>();
        for (var session : targets) {
            var before = present.getOrDefault(session.id(), List.of());
            if (change.pattern() == null) {
                session.cancel(change.reason(), clock);
                steps.add(cancelled(session, before, booked));
            } else {
                session.rearrange(new SessionPlan(session.date(), change.pattern()), clock);
                if (change.scope() == Scope.THIS && session.series() != null) {
                    session.changedAlone();
                }
                refuseClash(session, calendar);
                steps.add(reslotted(session, before, extra, booked));
            }
        }
        var affected = steps.stream().map(Step::affected).toList();
        var impactHash = checkedHash(versions, active, affected, change, previewed);
        if (previewed != null && !change.cancelWhoDoesNotFit()) {
            refuseToCancel(affected);
        }
        carryOut(steps, there, change.reason());
        days.changed(hub, new TreeSet<>(targets.stream().map(Session::date).toList()));
        return new ChangeImpact(affected, Map.of(), impactHash);
    }

    /** A session as it will be and the plan for its slots, which is not carried out yet. */
    private record Step(AffectedSession affected, Reslotting slots) {}

    private static Step cancelled(Session session, List<SlotTime> before, Map<UUID, List<ActiveBooking>> booked) {
        var all = before.stream().map(SlotTime::id).collect(toSet());
        return new Step(
                new AffectedSession(session, count(before, booked), effects(before, booked, Map.of(), Map.of())),
                new Reslotting(Map.of(), List.of(), all, Map.of(), all));
    }

    private Step reslotted(
            Session session, List<SlotTime> before, Map<UUID, Integer> extra, Map<UUID, List<ActiveBooking>> booked) {
        int places = Objects.requireNonNullElse(session.pattern().places(), 1);
        var people = new HashMap<UUID, Set<UUID>>();
        booked.forEach((slot, those) ->
                people.put(slot, those.stream().map(ActiveBooking::person).collect(toSet())));
        var re = Reslotting.of(session, places, extra, before, people, clock.instant());
        var starts = new HashMap<UUID, LocalTime>();
        Stream.concat(before.stream(), re.added().stream()).forEach(slot -> starts.put(slot.id(), slot.starts()));
        var going = before.stream()
                .filter(slot -> re.withdrawn().contains(slot.id()))
                .toList();
        return new Step(
                new AffectedSession(session, count(before, booked), effects(going, booked, re.moves(), starts)), re);
    }

    private static void refuseToCancel(List<AffectedSession> affected) {
        int falling = affected.stream().mapToInt(AffectedSession::cancelled).sum();
        if (falling > 0) {
            throw new BookingsDoNotFit(falling).refused();
        }
    }

    /**
     * Carries the plans out. The number of statements grows only with new slots and moved bookings, not with sessions.
     */
    private void carryOut(List<Step> steps, Collection<SlotTime> before, String reason) {
        var withdrawn = new HashSet<UUID>();
        var moves = new HashMap<UUID, UUID>();
        for (var step : steps) {
            withdrawn.addAll(step.slots().withdrawn());
            moves.putAll(step.slots().moves());
        }
        slots.insert(
                steps.stream().flatMap(step -> step.slots().added().stream()).toList());
        givePlaces(steps, before);
        if (!withdrawn.isEmpty()) {
            slots.withdraw(withdrawn);
        }
        if (!bookings.move(moves)) {
            throw new PreviewOutdated().refused();
        }
        withdrawn.removeAll(moves.keySet());
        bookings.cancel(withdrawn, reason);
    }

    private void givePlaces(List<Step> steps, Collection<SlotTime> before) {
        var had = before.stream().collect(toMap(SlotTime::id, SlotTime::places));
        var others = new TreeMap<Integer, List<UUID>>();
        steps.forEach(step -> step.slots().kept().forEach((slot, places) -> {
            if (!places.equals(had.get(slot))) {
                others.computeIfAbsent(places, _ -> new ArrayList<>()).add(slot);
            }
        }));
        others.forEach((places, of) -> slots.givePlaces(of, places));
    }

    private static int count(Collection<SlotTime> slots, Map<UUID, List<ActiveBooking>> booked) {
        return slots.stream()
                .mapToInt(slot -> booked.getOrDefault(slot.id(), List.of()).size())
                .sum();
    }

    /** Lists the effects on bookings in withdrawn slots: moved, or cancelled if the person has not come yet. */
    private static List<BookingEffect> effects(
            List<SlotTime> going,
            Map<UUID, List<ActiveBooking>> booked,
            Map<UUID, UUID> moves,
            Map<UUID, LocalTime> starts) {
        var effects = new ArrayList<BookingEffect>();
        for (var slot : going) {
            var target = moves.get(slot.id());
            for (var booking : booked.getOrDefault(slot.id(), List.of())) {
                if (target != null) {
                    effects.add(new BookingEffect(booking, slot.starts(), starts.get(target)));
                } else if (booking.expected()) {
                    effects.add(new BookingEffect(booking, slot.starts(), null));
                }
            }
        }
        return effects;
    }

    private static void refuseClash(Session session, HubCalendar calendar) {
        for (var conflict : calendar.clashes(session)) {
            if (conflict instanceof PlanningConflict.Clash(var kind, var starts, var ends, var room)) {
                throw new Overlaps(session.date(), starts, ends, kind, room).refused();
            }
        }
    }

    /**
     * Hashes the impact, and rejects a change whose previewed hash is different. A different request, session, version
     * of a session, booking or target time gives a different hash. Free places may differ although no booking does:
     * another member holds a place, or a slot has ended.
     */
    private static long checkedHash(
            List<String> versions,
            List<ActiveBooking> booked,
            List<AffectedSession> affected,
            SessionChange change,
            @Nullable Long previewed) {
        var all = Stream.of(
                        versions.stream(),
                        booked.stream().map(booking -> booking.id() + "@" + booking.slot() + booking.expected()),
                        affected.stream()
                                .flatMap(each -> each.effects().stream())
                                .map(effect -> effect.booking().id() + ">" + effect.to()))
                .flatMap(parts -> parts)
                .sorted()
                .toList();
        // 18 digits, as many as an ETag of a version has at most
        long impactHash = Math.floorMod(
                UUID.nameUUIDFromBytes((change.key() + all).getBytes(StandardCharsets.UTF_8))
                        .getMostSignificantBits(),
                HASHES);
        if (previewed != null && previewed != impactHash) {
            throw new PreviewOutdated().refused();
        }
        return impactHash;
    }
}

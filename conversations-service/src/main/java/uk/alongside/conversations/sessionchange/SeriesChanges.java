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
import uk.alongside.conversations.series.AllSeries;
import uk.alongside.conversations.series.Flag;
import uk.alongside.conversations.series.HubCalendar;
import uk.alongside.conversations.series.HubCalendars;
import uk.alongside.conversations.series.Series;
import uk.alongside.conversations.series.SeriesRefusal.NoSuchSeries;
import uk.alongside.conversations.series.SeriesRefused;
import uk.alongside.conversations.session.Arrangement;
import uk.alongside.conversations.session.RoomAndStaff;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionPlan;
import uk.alongside.conversations.session.SessionRefusal.NoSuchSession;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.session.SessionRefused;
import uk.alongside.conversations.session.Sessions;
import uk.alongside.conversations.session.Slot;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.conversations.session.Slots;
import uk.alongside.conversations.sessionchange.SeriesChange.Scope;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.BookingsDoNotFit;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.ChangedSincePreview;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.NotOfASeries;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;

/**
 * Changes, cancels and ends sessions that people are booked in. What it would touch is found by doing it and rolling it
 * back. Doing it needs the mark of what was shown, which holds where everybody goes: what is done is that, or nothing.
 */
@Service
class SeriesChanges {

    private final AllSeries all;
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

    SeriesChanges(
            AllSeries all,
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
        this.all = all;
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

    /** A booking that does not stay where it is: it goes to another time, or falls away. */
    record Fate(
            ActiveBooking booking, LocalTime from, @Nullable LocalTime to) {}

    /** A session that is touched, how many are booked in it, and whom of them it touches. */
    record Touched(Session session, int booked, List<Fate> fates) {

        int moved() {
            return (int) fates.stream().filter(fate -> fate.to() != null).count();
        }

        int cancelled() {
            return fates.size() - moved();
        }
    }

    /**
     * All that a change touches, under a mark that another booking or change makes void.
     *
     * @param names of the people whom it touches; of nobody for a member who may not read people
     */
    record Outcome(List<Touched> sessions, Map<UUID, String> names, String mark) {

        /** Without the names: they end up in logs. */
        @Override
        public String toString() {
            return "Outcome[mark=" + mark + "]";
        }
    }

    Outcome preview(UUID session, SeriesChange change) {
        return tried(() -> change(session, change, null));
    }

    Outcome apply(UUID session, SeriesChange change, String seen) {
        return done(() -> change(session, change, seen));
    }

    Outcome previewCancel(UUID session, String reason) {
        return tried(() -> cancel(session, reason, null));
    }

    Outcome applyCancel(UUID session, String reason, String seen) {
        return done(() -> cancel(session, reason, seen));
    }

    Outcome previewEnd(UUID series, LocalDate last, String reason) {
        return tried(() -> end(series, last, reason, null));
    }

    Outcome applyEnd(UUID series, LocalDate last, String reason, String seen) {
        return done(() -> end(series, last, reason, seen));
    }

    /** Leaves nothing behind but that people were looked at. */
    private Outcome tried(Supplier<Outcome> change) {
        var outcome = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return named(change.get());
        }));
        if (!outcome.names().isEmpty()) {
            transaction.executeWithoutResult(_ -> sayWhoWasRead(outcome));
        }
        return outcome;
    }

    private Outcome done(Supplier<Outcome> change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var outcome = named(change.get());
            sayWhoWasRead(outcome);
            return outcome;
        }));
    }

    private Outcome named(Outcome outcome) {
        var ids = outcome.sessions().stream()
                .flatMap(touched -> touched.fates().stream())
                .map(fate -> fate.booking().person())
                .distinct()
                .toList();
        boolean mayRead = Caller.current().roles().stream()
                .anyMatch(role -> role.authorities().contains("person:read"));
        return mayRead && !ids.isEmpty() ? new Outcome(outcome.sessions(), names(ids), outcome.mark()) : outcome;
    }

    private Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        people.find(ids).forEach((id, person) -> names.put(id, person.name()));
        return names;
    }

    private void sayWhoWasRead(Outcome outcome) {
        if (!outcome.names().isEmpty()) {
            audit.read("person", outcome.names().keySet());
        }
    }

    private Outcome cancel(UUID id, String reason, @Nullable String seen) {
        return touch(List.of(lock(id)), new SeriesChange(Scope.THIS, null, reason, true), seen);
    }

    /** Nothing of a series stays after its new last day. */
    private Outcome end(UUID id, LocalDate last, String reason, @Nullable String seen) {
        var hub = all.findHubOf(id).orElseThrow(() -> new SeriesRefused(new NoSuchSeries(id)));
        hubs.findForPlanning(hub);
        var series = all.findById(id).orElseThrow(() -> new SeriesRefused(new NoSuchSeries(id)));
        series.endAfter(last, clock);
        var falling = ahead(id).stream()
                .filter(session -> session.date().isAfter(last))
                .toList();
        audit.changed("series", id, "ended");
        return touch(falling, new SeriesChange(Scope.LATER, null, reason, true), seen);
    }

    private Outcome change(UUID id, SeriesChange asked, @Nullable String seen) {
        var from = lock(id);
        var wanted = roomAndStaff.found(from.hub(), Objects.requireNonNull(asked.arrangement()));
        var change = asked.to(wanted);
        if (change.scope() == Scope.THIS) {
            return touch(List.of(from), change, seen);
        }
        var seriesId = from.series();
        if (seriesId == null) {
            throw new NotOfASeries().refused();
        }
        var series = all.findById(seriesId).orElseThrow();
        var day = Objects.requireNonNull(from.seriesDay());
        var targets = change.scope() == Scope.ALL
                ? ahead(seriesId)
                : ahead(seriesId).stream()
                        .filter(session ->
                                !Objects.requireNonNull(session.seriesDay()).isBefore(day))
                        .filter(session -> session.id().equals(id) || !session.isChangedAlone())
                        .toList();
        audit.changed("series", seriesId, "changed");
        var outcome = touch(targets, change, seen);
        if (change.scope() == Scope.LATER && day.isAfter(series.recurrence().first())) {
            split(series, day, wanted);
        } else {
            series.rearrange(wanted);
        }
        return outcome;
    }

    /** Sessions that are neither over nor cancelled. */
    private List<Session> ahead(UUID series) {
        return sessions.findBySeriesIdAndDayGreaterThanEqualOrderByStartsAt(series, Series.today(clock)).stream()
                .filter(session -> !session.isCancelled() && !session.isOver(clock.instant()))
                .toList();
    }

    /** Whoever plans at the hub waits, so that each sees what the one before has planned. */
    private Session lock(UUID id) {
        var hub = sessions.findHubOf(id).orElseThrow(() -> new SessionRefused(new NoSuchSession(id)));
        hubs.findForPlanning(hub);
        var session = sessions.findById(id).orElseThrow(() -> new SessionRefused(new NoSuchSession(id)));
        if (session.isOver(clock.instant())) {
            throw new SessionRefused(new Over());
        }
        return session;
    }

    private void split(Series series, LocalDate day, Arrangement wanted) {
        series.splitOn(day, wanted).ifPresent(later -> {
            all.save(later);
            sessions.findBySeriesIdAndSeriesDayGreaterThanEqual(series.id(), day)
                    .forEach(session -> session.belongsTo(later.id()));
        });
    }

    private Outcome touch(List<Session> targets, SeriesChange change, @Nullable String seen) {
        if (targets.isEmpty()) {
            return new Outcome(List.of(), Map.of(), checked(List.of(), List.of(), List.of(), change, seen));
        }
        var hub = targets.getFirst().hub();
        var present = slots.findForChange(targets.stream().map(Session::id).toList()).stream()
                .map(Slot::time)
                .filter(slot -> !slot.isOver(clock.instant()))
                .collect(groupingBy(SlotTime::session));
        var there = present.values().stream().flatMap(List::stream).toList();
        var slotIds = there.stream().map(SlotTime::id).toList();
        var standing = bookings.on(slotIds);
        var extra = change.arrangement() == null ? Map.<UUID, Integer>of() : bookings.extraPlaces(slotIds);
        var versions = targets.stream()
                .map(session -> session.id() + ":" + session.version())
                .toList();
        // Said before what it does to bookings: the first change is what the event is called by.
        var ids = targets.stream().map(Session::id).toList();
        audit.changed("session", ids, change.arrangement() == null ? "cancelled" : "changed");
        var booked = standing.stream().collect(groupingBy(ActiveBooking::slot));
        var calendar = calendars.of(hub);
        var steps = new ArrayList<Step>();
        for (var session : targets) {
            var before = present.getOrDefault(session.id(), List.of());
            if (change.arrangement() == null) {
                session.cancel(change.reason(), clock);
                steps.add(cancelled(session, before, booked));
            } else {
                session.rearrange(new SessionPlan(session.date(), change.arrangement()), clock);
                if (change.scope() == Scope.THIS && session.series() != null) {
                    session.changedAlone();
                }
                refuseClash(session, calendar);
                steps.add(reslotted(session, before, extra, booked));
            }
        }
        var touched = steps.stream().map(Step::touched).toList();
        var mark = checked(versions, standing, touched, change, seen);
        if (seen != null && !change.cancelWhoDoesNotFit()) {
            refuseToCancel(touched);
        }
        carryOut(steps, there, change.reason());
        days.changed(hub, new TreeSet<>(targets.stream().map(Session::date).toList()));
        return new Outcome(touched, Map.of(), mark);
    }

    /** A session as it is to be, and what becomes of its slots; nothing is done to them yet. */
    private record Step(Touched touched, Reslotting slots) {}

    private static Step cancelled(Session session, List<SlotTime> before, Map<UUID, List<ActiveBooking>> booked) {
        var all = before.stream().map(SlotTime::id).collect(toSet());
        return new Step(
                new Touched(session, count(before, booked), fates(before, booked, Map.of(), Map.of())),
                new Reslotting(Map.of(), List.of(), all, Map.of(), all));
    }

    private Step reslotted(
            Session session, List<SlotTime> before, Map<UUID, Integer> extra, Map<UUID, List<ActiveBooking>> booked) {
        int places = Objects.requireNonNullElse(session.arrangement().places(), 1);
        var people = new HashMap<UUID, Set<UUID>>();
        booked.forEach((slot, those) ->
                people.put(slot, those.stream().map(ActiveBooking::person).collect(toSet())));
        var re = Reslotting.of(session, places, extra, before, people, clock.instant());
        var starts = new HashMap<UUID, LocalTime>();
        Stream.concat(before.stream(), re.added().stream().map(Slot::time))
                .forEach(slot -> starts.put(slot.id(), slot.starts()));
        var going = before.stream()
                .filter(slot -> re.withdrawn().contains(slot.id()))
                .toList();
        return new Step(new Touched(session, count(before, booked), fates(going, booked, re.moves(), starts)), re);
    }

    private static void refuseToCancel(List<Touched> touched) {
        int falling = touched.stream().mapToInt(Touched::cancelled).sum();
        if (falling > 0) {
            throw new BookingsDoNotFit(falling).refused();
        }
    }

    /** With as few statements for a year as for a day, but for what is new and who is moved. */
    private void carryOut(List<Step> steps, Collection<SlotTime> before, String reason) {
        var withdrawn = new HashSet<UUID>();
        var moves = new HashMap<UUID, UUID>();
        for (var step : steps) {
            step.slots().added().forEach(slots::save);
            withdrawn.addAll(step.slots().withdrawn());
            moves.putAll(step.slots().moves());
        }
        givePlaces(steps, before);
        if (!withdrawn.isEmpty()) {
            slots.withdraw(withdrawn);
        }
        if (!bookings.move(moves)) {
            throw new ChangedSincePreview().refused();
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

    /** Of the bookings in slots that go: where they go, or that they fall away if nobody has come for them yet. */
    private static List<Fate> fates(
            List<SlotTime> going,
            Map<UUID, List<ActiveBooking>> booked,
            Map<UUID, UUID> moves,
            Map<UUID, LocalTime> starts) {
        var fates = new ArrayList<Fate>();
        for (var slot : going) {
            var target = moves.get(slot.id());
            for (var booking : booked.getOrDefault(slot.id(), List.of())) {
                if (target != null) {
                    fates.add(new Fate(booking, slot.starts(), starts.get(target)));
                } else if (booking.expected()) {
                    fates.add(new Fate(booking, slot.starts(), null));
                }
            }
        }
        return fates;
    }

    private static void refuseClash(Session session, HubCalendar calendar) {
        for (var flag : calendar.clashes(session)) {
            if (flag instanceof Flag.Clash(var kind, var starts, var ends, var room)) {
                throw new SessionRefused(new Overlaps(session.date(), starts, ends, kind, room));
            }
        }
    }

    /**
     * Another wish, another session or version of one, another booking, or another time for one that has to go: each
     * gives another mark. What is free may have changed although no booking has: somebody holds a place, or a slot is over.
     */
    private static String checked(
            List<String> versions,
            List<ActiveBooking> booked,
            List<Touched> touched,
            SeriesChange change,
            @Nullable String seen) {
        var all = Stream.of(
                        versions.stream(),
                        booked.stream().map(booking -> booking.id() + "@" + booking.slot() + booking.expected()),
                        touched.stream()
                                .flatMap(each -> each.fates().stream())
                                .map(fate -> fate.booking().id() + ">" + fate.to()))
                .flatMap(parts -> parts)
                .sorted()
                .toList();
        var mark = UUID.nameUUIDFromBytes((change.mark() + all).getBytes(StandardCharsets.UTF_8))
                .toString();
        if (seen != null && !seen.equals(mark)) {
            throw new ChangedSincePreview().refused();
        }
        return mark;
    }
}

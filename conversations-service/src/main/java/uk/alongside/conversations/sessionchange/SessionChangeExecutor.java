package uk.alongside.conversations.sessionchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.SessionChangeBookings;
import uk.alongside.conversations.booking.SessionChangeBookings.ActiveBooking;
import uk.alongside.conversations.booking.SessionChangeBookings.Move;
import uk.alongside.conversations.calendar.HubCalendar;
import uk.alongside.conversations.calendar.HubCalendars;
import uk.alongside.conversations.calendar.PlanningConflict;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.rebooking.BookingChoices;
import uk.alongside.conversations.rebooking.RebookingRefusal.ChosenPlaceTaken;
import uk.alongside.conversations.rebooking.RebookingRefusal.PreviewOutdated;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionPlan;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.session.Timetable;
import uk.alongside.conversations.sessionchange.ChangeImpact.AffectedSession;
import uk.alongside.conversations.sessionchange.ChangeImpact.BookingEffect;
import uk.alongside.conversations.sessionchange.SessionChange.Cancel;
import uk.alongside.conversations.sessionchange.SessionChange.Rearrange;
import uk.alongside.conversations.sessionchange.SessionChange.Scope;
import uk.alongside.conversations.sessionchange.SessionChangeRefusal.BookingsDoNotFit;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.Slots;
import uk.alongside.foundation.audit.Audit;

/** Carries out a change of sessions: their slots, their bookings and the boards of their days. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SessionChangeExecutor {

    private static final long HASHES = 1_000_000_000_000_000_000L;

    private final Slots slots;
    private final SessionChangeBookings bookings;
    private final DayChanges days;
    private final HubCalendars calendars;
    private final Timetable timetable;
    private final Audit audit;
    private final Clock clock;

    SessionChangeExecutor(
            Slots slots,
            SessionChangeBookings bookings,
            DayChanges days,
            HubCalendars calendars,
            Timetable timetable,
            Audit audit,
            Clock clock) {
        this.slots = slots;
        this.bookings = bookings;
        this.days = days;
        this.calendars = calendars;
        this.timetable = timetable;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes these sessions of one hub, whose row is locked. A change that was previewed is refused unless its impact
     * is still the same.
     */
    ChangeImpact apply(List<Session> targets, SessionChange change, @Nullable Long previewed) {
        if (targets.isEmpty()) {
            change.choices().check(List.of());
            return new ChangeImpact(List.of(), checkedHash(List.of(), List.of(), List.of(), change, previewed));
        }
        var ids = targets.stream().map(session -> session.id().value()).collect(toCollection(LinkedHashSet::new));
        var locked = lock(ids, change.choices());
        var present =
                locked.stream().filter(slot -> ids.contains(slot.session())).toList();
        var slotIds = present.stream().map(SlotTime::id).toList();
        var active = bookings.on(slotIds);
        var extra = change instanceof Rearrange ? bookings.extraPlaces(slotIds) : Map.<SlotId, Integer>of();
        var versions = targets.stream()
                .map(session -> session.id().value() + ":" + session.version())
                .toList();
        // The sessions are audited before the bookings, because the first change names the event.
        audit.changed("session", ids, change instanceof Rearrange ? "changed" : "cancelled");
        var steps = steps(targets, change, new Before(present, extra, active));
        var planned = steps.stream().map(Step::affected).toList();
        var impactHash = checkedHash(versions, active, planned, change, previewed);
        var affected = chosen(planned, change.choices(), reachable(locked, steps));
        if (previewed != null && change instanceof Rearrange asked && !asked.cancelBookingsWithoutPlace()) {
            refuseToCancel(affected, asked.choices());
        }
        carryOut(steps, present, affected, change);
        days.changed(
                targets.getFirst().hub().value(),
                new TreeSet<>(targets.stream().map(Session::date).toList()));
        return new ChangeImpact(affected, impactHash);
    }

    /** Locks the slots of the sessions together with those of the chosen places, so that the order is always the same. */
    private List<SlotTime> lock(Set<UUID> sessions, BookingChoices choices) {
        return slots
                .findForChange(Stream.concat(sessions.stream(), choices.sessions().stream())
                        .distinct()
                        .toList())
                .stream()
                .filter(slot -> !slot.isOver(clock.instant()))
                .toList();
    }

    /** Lists the slots at the hub in which a place can be chosen: those that stay, and those that the change adds. */
    private List<SlotTime> reachable(List<SlotTime> locked, List<Step> steps) {
        var hub = steps.getFirst().affected().session().hub();
        var gone = steps.stream()
                .flatMap(step -> step.slots().withdrawn().stream())
                .collect(toSet());
        var closed = timetable.hiddenByClosure(hub, locked);
        return Stream.concat(
                        locked.stream()
                                .filter(slot -> slot.hub().equals(hub))
                                .filter(slot -> !gone.contains(slot.id()) && !closed.contains(slot.session())),
                        steps.stream().flatMap(step -> step.slots().added().stream()))
                .toList();
    }

    /** Replaces the planned effects on bookings by what the member chose. */
    private static List<AffectedSession> chosen(
            List<AffectedSession> planned, BookingChoices choices, List<SlotTime> reachable) {
        choices.check(planned.stream()
                .flatMap(each -> each.effects().stream())
                .map(BookingEffect::booking)
                .filter(ActiveBooking::expected)
                .map(ActiveBooking::id)
                .collect(toSet()));
        var places = choices.places(reachable);
        var cancelled = choices.cancelled();
        return planned.stream()
                .map(each -> each.withEffects(each.effects().stream()
                        .map(effect -> {
                            var booking = effect.booking().id();
                            var place = places.get(booking);
                            return cancelled.contains(booking)
                                    ? effect.cancelled()
                                    : place == null ? effect : effect.movedTo(place);
                        })
                        .toList()))
                .toList();
    }

    /** The slots before the change, with the extra places and the bookings in each. */
    private record Before(
            Map<UUID, List<SlotTime>> slots, Map<SlotId, Integer> extra, Map<SlotId, List<ActiveBooking>> booked) {

        Before(List<SlotTime> slots, Map<SlotId, Integer> extra, List<ActiveBooking> bookings) {
            this(
                    slots.stream().collect(groupingBy(SlotTime::session)),
                    extra,
                    bookings.stream().collect(groupingBy(ActiveBooking::slot)));
        }

        List<SlotTime> of(Session session) {
            return slots.getOrDefault(session.id().value(), List.of());
        }
    }

    /** Changes the sessions, and plans what happens to the slots of each. */
    private List<Step> steps(List<Session> targets, SessionChange change, Before before) {
        var calendar = calendars.of(targets.getFirst().hub());
        var steps = new ArrayList<Step>();
        for (var session : targets) {
            steps.add(
                    switch (change) {
                        case Cancel cancel -> {
                            session.cancel(cancel.reason(), clock);
                            yield cancelled(session, before);
                        }
                        case Rearrange rearrange -> {
                            session.rearrange(new SessionPlan(session.date(), rearrange.pattern()), clock);
                            if (rearrange.scope() == Scope.THIS && session.series() != null) {
                                session.detachFromSeries();
                            }
                            refuseClash(session, calendar);
                            yield reslotted(session, before);
                        }
                    });
        }
        return steps;
    }

    /** A session as it will be and the plan for its slots, which is not carried out yet. */
    private record Step(AffectedSession affected, Reslotting slots) {}

    private static Step cancelled(Session session, Before before) {
        var slots = before.of(session);
        var all = slots.stream().map(SlotTime::id).collect(toSet());
        return new Step(
                new AffectedSession(
                        session, count(slots, before.booked()), effects(slots, before.booked(), Map.of(), Map.of())),
                new Reslotting(Map.of(), List.of(), all, Map.of(), all));
    }

    private Step reslotted(Session session, Before before) {
        var slots = before.of(session);
        var people = new HashMap<SlotId, Set<PersonId>>();
        before.booked()
                .forEach((slot, those) -> people.put(
                        slot, those.stream().map(ActiveBooking::person).collect(toSet())));
        var reslotting =
                Reslotting.of(session, session.placesPerSlot(), before.extra(), slots, people, clock.instant());
        var byId =
                Stream.concat(slots.stream(), reslotting.added().stream()).collect(toMap(SlotTime::id, slot -> slot));
        var going = slots.stream()
                .filter(slot -> reslotting.withdrawn().contains(slot.id()))
                .toList();
        return new Step(
                new AffectedSession(
                        session,
                        count(slots, before.booked()),
                        effects(going, before.booked(), reslotting.moves(), byId)),
                reslotting);
    }

    private static void refuseToCancel(List<AffectedSession> affected, BookingChoices choices) {
        var chosen = choices.cancelled();
        int cancelled = (int) affected.stream()
                .flatMap(each -> each.effects().stream())
                .filter(effect ->
                        effect.to() == null && !chosen.contains(effect.booking().id()))
                .count();
        if (cancelled > 0) {
            throw new BookingsDoNotFit(cancelled).refused();
        }
    }

    /**
     * Carries the plans out. The number of statements grows only with new slots and moved bookings, not with sessions.
     */
    private void carryOut(
            List<Step> steps, Collection<SlotTime> before, List<AffectedSession> affected, SessionChange change) {
        var withdrawn = new HashSet<SlotId>();
        var along = new HashMap<SlotId, SlotId>();
        for (var step : steps) {
            withdrawn.addAll(step.slots().withdrawn());
            along.putAll(step.slots().moves());
        }
        var moves = affected.stream()
                .flatMap(each -> each.effects().stream())
                .flatMap(effect -> Stream.ofNullable(effect.to())
                        .map(to -> new Move(
                                effect.booking(),
                                to.id(),
                                !to.id().equals(along.get(effect.booking().slot())))))
                .toList();
        slots.insert(
                steps.stream().flatMap(step -> step.slots().added().stream()).toList());
        givePlaces(steps, before);
        if (!withdrawn.isEmpty()) {
            slots.withdraw(withdrawn);
        }
        bookings.move(moves, change.cause(), change.reason()).ifPresent(failed -> {
            throw (failed.chosen() ? new ChosenPlaceTaken() : new PreviewOutdated()).refused();
        });
        bookings.cancel(withdrawn, change.cause(), change.reason());
    }

    private void givePlaces(List<Step> steps, Collection<SlotTime> before) {
        var had = before.stream().collect(toMap(SlotTime::id, SlotTime::places));
        var others = new TreeMap<Integer, List<SlotId>>();
        steps.forEach(step -> step.slots().kept().forEach((slot, places) -> {
            if (!places.equals(had.get(slot))) {
                others.computeIfAbsent(places, _ -> new ArrayList<>()).add(slot);
            }
        }));
        others.forEach((places, of) -> slots.givePlaces(of, places));
    }

    private static int count(Collection<SlotTime> slots, Map<SlotId, List<ActiveBooking>> booked) {
        return slots.stream()
                .mapToInt(slot -> booked.getOrDefault(slot.id(), List.of()).size())
                .sum();
    }

    /** Lists the effects on bookings in withdrawn slots: moved, or cancelled if the person has not come yet. */
    private static List<BookingEffect> effects(
            List<SlotTime> going,
            Map<SlotId, List<ActiveBooking>> booked,
            Map<SlotId, SlotId> moves,
            Map<SlotId, SlotTime> byId) {
        var effects = new ArrayList<BookingEffect>();
        for (var slot : going) {
            var target = moves.get(slot.id());
            for (var booking : booked.getOrDefault(slot.id(), List.of())) {
                if (target != null) {
                    effects.add(new BookingEffect(booking, slot, byId.get(target)));
                } else if (booking.expected()) {
                    effects.add(new BookingEffect(booking, slot, null));
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
                        booked.stream()
                                .map(booking -> booking.id().value() + "@"
                                        + booking.slot().value() + booking.expected()),
                        affected.stream()
                                .flatMap(each -> each.effects().stream())
                                .map(effect -> effect.booking().id().value() + ">"
                                        + (effect.to() == null
                                                ? null
                                                : effect.to().starts())))
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

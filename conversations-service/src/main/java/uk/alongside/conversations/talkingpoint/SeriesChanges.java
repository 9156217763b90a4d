package uk.alongside.conversations.talkingpoint;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.talkingpoint.SeriesChange.Scope;
import uk.alongside.conversations.talkingpoint.SeriesRefusal.BookingsDoNotFit;
import uk.alongside.conversations.talkingpoint.SeriesRefusal.ChangedSinceSeen;
import uk.alongside.conversations.talkingpoint.SeriesRefusal.NoSuchSeries;
import uk.alongside.conversations.talkingpoint.SessionRefusal.NoSuchSession;
import uk.alongside.conversations.talkingpoint.SessionRefusal.Over;
import uk.alongside.conversations.talkingpoint.SessionRefusal.Overlaps;
import uk.alongside.conversations.talkingpoint.SlotBookings.TouchedBooking;
import uk.alongside.foundation.audit.Audit;

/**
 * Changes and cancels sessions that people are booked in. What it would touch is found by doing it and rolling it back,
 * so that what is shown and what is done cannot differ; doing it needs the mark of what was shown.
 */
@Service
class SeriesChanges {

    private final AllSeries all;
    private final Sessions sessions;
    private final Slots slots;
    private final SlotBookings bookings;
    private final HubDirectory hubs;
    private final HubCalendars calendars;
    private final Audit audit;
    private final Clock clock;

    SeriesChanges(
            AllSeries all,
            Sessions sessions,
            Slots slots,
            SlotBookings bookings,
            HubDirectory hubs,
            HubCalendars calendars,
            Audit audit,
            Clock clock) {
        this.all = all;
        this.sessions = sessions;
        this.slots = slots;
        this.bookings = bookings;
        this.hubs = hubs;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** A session that is touched, and how many of its bookings keep their time, are moved or fall away. */
    record Touched(Session session, int booked, int moved, int cancelled) {}

    /** All that a change touches, under a mark that another booking or change makes void. */
    record Outcome(List<Touched> sessions, String mark) {}

    @Transactional
    Outcome preview(UUID series, SeriesChange change) {
        var outcome = change(series, change, null);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcome;
    }

    @Transactional
    Outcome apply(UUID series, SeriesChange change, String seen) {
        return change(series, change, seen);
    }

    @Transactional
    Outcome previewCancel(UUID session, String reason) {
        var outcome = cancel(session, reason, null);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcome;
    }

    @Transactional
    Outcome applyCancel(UUID session, String reason, String seen) {
        return cancel(session, reason, seen);
    }

    private Outcome cancel(UUID id, String reason, @Nullable String seen) {
        var session = lock(id);
        var change = new SeriesChange(Scope.THIS, id, null, reason, true);
        return change(List.of(session), change, seen);
    }

    private Outcome change(UUID seriesId, SeriesChange change, @Nullable String seen) {
        var from = lock(change.session());
        if (!seriesId.equals(from.series())) {
            throw new SeriesRefused(new NoSuchSeries(seriesId));
        }
        var series = all.findById(seriesId).orElseThrow(() -> new SeriesRefused(new NoSuchSeries(seriesId)));
        var day = Objects.requireNonNull(from.seriesDay());
        var targets = switch (change.scope()) {
            case THIS -> List.of(from);
            case LATER ->
                ahead(seriesId).stream()
                        .filter(session ->
                                !Objects.requireNonNull(session.seriesDay()).isBefore(day))
                        .filter(session -> session.id().equals(from.id()) || !session.isChangedAlone())
                        .toList();
            case ALL -> ahead(seriesId);
        };
        var outcome = change(targets, change, seen);
        if (change.scope() == Scope.LATER && day.isAfter(series.recurrence().first())) {
            split(series, from, change);
        } else if (change.scope() != Scope.THIS) {
            series.rearrange(change.arrangement(), change.scope() == Scope.LATER ? day : Series.today(clock));
        }
        audit.changed("series", seriesId, change.arrangement() == null ? "cancelled" : "changed");
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
        var session = sessions.findById(id).orElseThrow(() -> new SessionRefused(new NoSuchSession(id)));
        if (hubs.findForPlanning(session.hub()).isEmpty()) {
            throw new SessionRefused(new NoSuchSession(id));
        }
        if (session.isOver(clock.instant())) {
            throw new SessionRefused(new Over());
        }
        return session;
    }

    private void split(Series series, Session from, SeriesChange change) {
        var day = Objects.requireNonNull(from.seriesDay());
        var rest = series.splitOn(day, change.arrangement());
        rest.ifPresent(later -> {
            all.save(later);
            sessions.findBySeriesIdAndSeriesDayGreaterThanEqual(series.id(), day)
                    .forEach(session -> session.belongsTo(later.id()));
        });
    }

    private Outcome change(List<Session> targets, SeriesChange change, @Nullable String seen) {
        var ids = targets.stream().map(Session::id).toList();
        var present = targets.isEmpty()
                ? Map.<UUID, List<SlotTime>>of()
                : slots.findForChange(ids).stream().map(Slot::time).collect(groupingBy(SlotTime::session));
        var booked = bookings
                .on(present.values().stream()
                        .flatMap(List::stream)
                        .map(SlotTime::id)
                        .toList())
                .stream()
                .collect(groupingBy(TouchedBooking::slot));
        var mark = mark(targets, booked.values().stream().flatMap(List::stream).toList());
        if (seen != null && !seen.equals(mark)) {
            throw new SeriesRefused(new ChangedSinceSeen());
        }
        var calendar =
                targets.isEmpty() ? null : calendars.of(targets.getFirst().hub());
        var touched = new ArrayList<Touched>();
        for (var session : targets) {
            var before = present.getOrDefault(session.id(), List.of());
            var people = before.stream()
                    .collect(toMap(
                            SlotTime::id,
                            slot -> booked.getOrDefault(slot.id(), List.of()).size()));
            if (change.arrangement() == null) {
                touched.add(cancel(session, before, people, change));
            } else {
                session.rearrange(new SessionPlan(session.date(), change.arrangement()), clock);
                if (change.scope() == Scope.THIS) {
                    session.changedAlone();
                }
                refuseClash(session, Objects.requireNonNull(calendar));
                touched.add(reslot(session, before, people, change, seen != null));
            }
            audit.changed("session", session.id(), change.arrangement() == null ? "cancelled" : "changed");
        }
        return new Outcome(touched, mark);
    }

    private Touched cancel(Session session, List<SlotTime> before, Map<UUID, Integer> people, SeriesChange change) {
        session.cancel(change.reason(), clock);
        int booked = people.values().stream().mapToInt(Integer::intValue).sum();
        withdraw(before.stream().map(SlotTime::id).toList());
        if (!before.isEmpty()) {
            bookings.cancel(people.keySet(), change.reason());
        }
        return new Touched(session, booked, 0, booked);
    }

    private Touched reslot(
            Session session, List<SlotTime> before, Map<UUID, Integer> people, SeriesChange change, boolean forReal) {
        int places = Objects.requireNonNullElse(session.arrangement().places(), 1);
        var re = Reslotting.of(session, places, before, people);
        int homeless = re.homeless().stream()
                .mapToInt(slot -> people.getOrDefault(slot, 0))
                .sum();
        if (forReal && homeless > 0 && !change.cancelWhoDoesNotFit()) {
            throw new SeriesRefused(new BookingsDoNotFit(homeless));
        }
        re.added().forEach(slots::save);
        re.kept().forEach(slots::givePlaces);
        withdraw(re.withdrawn());
        re.moves().forEach(bookings::move);
        var left = new HashSet<>(re.withdrawn());
        left.removeAll(re.moves().keySet());
        if (!left.isEmpty()) {
            bookings.cancel(left, change.reason());
        }
        int moved = re.moves().keySet().stream()
                .mapToInt(slot -> people.getOrDefault(slot, 0))
                .sum();
        int booked = people.values().stream().mapToInt(Integer::intValue).sum();
        return new Touched(session, booked, moved, homeless);
    }

    private void withdraw(Collection<UUID> gone) {
        if (!gone.isEmpty()) {
            slots.withdraw(gone);
        }
    }

    private static void refuseClash(Session session, HubCalendar calendar) {
        for (var flag : calendar.clashes(session)) {
            if (flag instanceof Flag.Clash(var kind, var starts, var ends, var room)) {
                throw new SessionRefused(new Overlaps(session.date(), starts, ends, kind, room));
            }
        }
    }

    /** Another session, another version of one, or another booking gives another mark. */
    private static String mark(List<Session> targets, List<TouchedBooking> booked) {
        var all = Stream.concat(
                        targets.stream().map(session -> session.id() + ":" + session.version()),
                        booked.stream().map(booking -> booking.id() + "@" + booking.slot()))
                .sorted()
                .toList();
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

package uk.alongside.conversations.peopletotell;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.booking.Booking;
import uk.alongside.conversations.booking.BookingChanged;
import uk.alongside.conversations.booking.Bookings;
import uk.alongside.conversations.closure.HubClosed;
import uk.alongside.conversations.closure.HubReopened;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.hub.HubClosure;
import uk.alongside.conversations.hub.HubClosure.ClosureId;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.peopletotell.PeopleToTellRefusal.NotTold;
import uk.alongside.conversations.peopletotell.PeopleToTellRefusal.NothingToTell;
import uk.alongside.conversations.peopletotell.PersonToTell.By;
import uk.alongside.conversations.peopletotell.PersonToTell.Cause;
import uk.alongside.conversations.peopletotell.PersonToTell.How;
import uk.alongside.conversations.peopletotell.PersonToTell.Told;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.session.SessionsAtHub;
import uk.alongside.conversations.session.SessionsAtHub.PlannedSession;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.Slots;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Keeps the list of people to tell up to date with bookings and closures, and records how each person was told. */
@Service
class PeopleToTellService {

    static final int PAGE = 100;

    private static final String KIND = "person-to-tell";

    /** The time for which a person who was told stays on the second list, where a mistake can be corrected. */
    private static final Duration TOLD_SHOWN_FOR = Duration.ofDays(28);

    private final PeopleToTell list;
    private final Bookings bookings;
    private final Slots slots;
    private final SessionsAtHub sessions;
    private final HubDirectory hubs;
    private final PersonDirectory people;
    private final Team team;
    private final DayChanges days;
    private final Audit audit;
    private final Clock clock;

    PeopleToTellService(
            PeopleToTell list,
            Bookings bookings,
            Slots slots,
            SessionsAtHub sessions,
            HubDirectory hubs,
            PersonDirectory people,
            Team team,
            DayChanges days,
            Audit audit,
            Clock clock) {
        this.list = list;
        this.bookings = bookings;
        this.slots = slots;
        this.sessions = sessions;
        this.hubs = hubs;
        this.people = people;
        this.team = team;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person to tell, with the details that an answer shows. */
    record Details(
            PersonToTell entry,
            PersonDirectory.Contact contact,
            SlotTime was,
            @Nullable SlotTime now,
            Map<UUID, String> members) {

        @Nullable
        String name(@Nullable By by) {
            return by == null ? null : members.get(by.member().value());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(BookingChanged change) {
        var cause = toTell(change.cause());
        var open = list.findOpen(change.booking());
        if (open.isPresent()) {
            list.update(open.get().after(change, cause, now()));
        } else if (cause != null && (change.after() == null || !startsTogether(change.before(), change.after()))) {
            list.insert(PersonToTell.of(change, cause, now()));
        } else if (change.cause() == BookingChanged.Cause.RESTORED
                && !change.before().isOver(clock.instant())
                && list.wasToldOfCancelling(change.booking())) {
            list.insert(PersonToTell.of(change, Cause.BOOKING_RESTORED, now()));
        }
    }

    private static boolean startsTogether(SlotTime one, SlotTime other) {
        return one.startsAt().equals(other.startsAt());
    }

    private static @Nullable Cause toTell(BookingChanged.Cause cause) {
        return switch (cause) {
            case SESSION_CHANGED -> Cause.SESSION_CHANGED;
            case SESSION_CANCELLED -> Cause.SESSION_CANCELLED;
            case SERIES_ENDED -> Cause.SERIES_ENDED;
            case CANCELLED_BY_US -> Cause.CANCELLED_BY_US;
            case CANCELLED_BY_PERSON, MOVED, CAME, UNDONE, RESTORED -> null;
        };
    }

    /** Puts everyone who is expected on the days of the closure on the list. Their bookings stay. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(HubClosed closed) {
        var planned = sessions.between(closed.hub(), closed.from(), closed.to()).stream()
                .map(PlannedSession::id)
                .toList();
        for (var expected : expectedIn(planned)) {
            var open = list.findOpen(expected.booking().id());
            if (open.isPresent()) {
                list.update(open.get().afterClosing(closed.closure(), closed.reason(), now()));
            } else {
                list.insert(PersonToTell.of(
                        expected.slot(),
                        expected.booking().id(),
                        expected.booking().person(),
                        Cause.HUB_CLOSED,
                        closed.closure(),
                        closed.reason(),
                        now()));
            }
            days.changed(expected.slot().hubDay());
        }
    }

    private record Expected(Booking booking, SlotTime slot) {}

    private List<Expected> expectedIn(Collection<UUID> planned) {
        var ahead = slots.ofSessions(planned).stream()
                .filter(slot -> !slot.withdrawn() && !slot.isOver(clock.instant()))
                .toList();
        var expected = new ArrayList<Expected>();
        if (!ahead.isEmpty()) {
            bookings.findForChange(ahead.stream().map(slot -> slot.id().value()).toList()).stream()
                    .filter(booking -> booking.status() == Booking.Status.EXPECTED)
                    .forEach(booking -> expected.add(new Expected(booking, slot(ahead, booking.slot()))));
        }
        return expected;
    }

    /**
     * Takes the closure off the list. A person who was told of it must be told that the hub is open after all. Where
     * another closure covers the day, there is still that one to tell.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(HubReopened reopened) {
        list.ofClosure(reopened.closure())
                .forEach(entry -> bookings.findForChange(entry.booking().value()));
        for (var entry : list.ofClosure(reopened.closure())) {
            var slot = entry.now() == null ? null : slots.find(entry.now()).orElse(null);
            if (slot != null) {
                hubs.closures(slot.hub(), slot.date(), slot.date()).stream()
                        .findFirst()
                        .ifPresentOrElse(
                                other -> stillClosed(entry, other), () -> openAgain(entry, slot, reopened.closure()));
                days.changed(slot.hubDay());
            }
        }
    }

    private void stillClosed(PersonToTell entry, HubClosure other) {
        if (entry.told() == null) {
            list.update(entry.afterClosing(other.id(), other.reason(), entry.arisen()));
        }
    }

    private void openAgain(PersonToTell entry, SlotTime slot, ClosureId closure) {
        if (entry.told() == null) {
            list.update(entry.afterReopening(slot.startsAt()));
        } else if (!slot.isOver(clock.instant())
                && list.findOpen(entry.booking()).isEmpty()
                && isExpectedIn(slot, entry)) {
            list.insert(
                    PersonToTell.of(slot, entry.booking(), entry.person(), Cause.HUB_REOPENED, closure, null, now()));
        }
    }

    private boolean isExpectedIn(SlotTime slot, PersonToTell entry) {
        return bookings.findById(entry.booking().value())
                .filter(booking -> booking.status() == Booking.Status.EXPECTED)
                .filter(booking -> booking.slot().equals(slot.id()))
                .isPresent();
    }

    @Transactional
    Page<Details, PersonToTellId> list(HubId hub, boolean told, @Nullable PersonToTellId after) {
        if (hubs.find(hub).isEmpty()) {
            throw Refused.notFound();
        }
        var page = Page.ofRest(
                told
                        ? list.told(hub, clock.instant().minus(TOLD_SHOWN_FOR), after, PAGE + 1)
                        : list.toTell(hub, after, PAGE + 1),
                PersonToTell::id,
                PAGE);
        return new Page<>(describe(page.items()), page.next());
    }

    /** Records how the person was told. The same member may send this again. */
    @Transactional
    Details tell(PersonToTellId id, How how) {
        var entry = find(id);
        if (list.tell(id, new Told(now(), how))) {
            return changed(id, "told");
        }
        var told = entry.told();
        if (told == null || told.how() != how || !told.by().member().equals(member())) {
            throw new NothingToTell().refused();
        }
        return describe(List.of(entry)).getFirst();
    }

    /** Records that the person could not be reached. */
    @Transactional
    Details attempt(PersonToTellId id) {
        find(id);
        if (!list.attempt(id, now())) {
            throw new NothingToTell().refused();
        }
        return changed(id, "not-reached");
    }

    /** Puts a person who was recorded as told by mistake back on the list. */
    @Transactional
    Details undo(PersonToTellId id) {
        find(id);
        if (!list.undo(id)) {
            throw new NotTold().refused();
        }
        return changed(id, "not-told");
    }

    private PersonToTell find(PersonToTellId id) {
        return list.find(id).orElseThrow(Refused::notFound);
    }

    private Details changed(PersonToTellId id, String what) {
        var details = describe(List.of(find(id))).getFirst();
        audit.changed(KIND, id.value(), what);
        audit.changed("person", details.entry().person().value(), what);
        days.changed(details.was().hubDay());
        if (details.now() != null) {
            days.changed(details.now().hubDay());
        }
        days.changed(details.entry().hub().value(), List.of(LocalDate.now(clock)));
        return details;
    }

    private List<Details> describe(List<PersonToTell> entries) {
        var contacts = people.contacts(
                entries.stream().map(PersonToTell::person).distinct().toList());
        var times = slots.find(entries.stream()
                .flatMap(entry -> Stream.of(entry.was().slot(), entry.now()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var names = team.names(entries.stream()
                .flatMap(entry -> Stream.of(
                        entry.arisen(),
                        entry.attempts().last(),
                        entry.told() == null ? null : entry.told().by()))
                .filter(Objects::nonNull)
                .map(by -> by.member().value())
                .distinct()
                .toList());
        audit.read("person", contacts.keySet().stream().map(PersonId::value).toList());
        return entries.stream()
                .map(entry -> new Details(
                        entry,
                        Objects.requireNonNull(contacts.get(entry.person())),
                        slot(times, entry.was().slot()),
                        entry.now() == null ? null : slot(times, entry.now()),
                        names))
                .toList();
    }

    private static SlotTime slot(Collection<SlotTime> times, SlotId id) {
        return times.stream().filter(slot -> slot.id().equals(id)).findFirst().orElseThrow();
    }

    private By now() {
        return new By(clock.instant(), member());
    }

    private static MemberId member() {
        return Caller.current().member();
    }
}

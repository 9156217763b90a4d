package uk.alongside.conversations.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.board.UnfinishedBookings.Counts;
import uk.alongside.conversations.board.UnfinishedBookings.Unfinished;
import uk.alongside.conversations.booking.BookingId;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonDirectory.Contact;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Reads what is left over from today and earlier days at a hub. */
@Service
class ToFinishService {

    static final int PAGE = 100;

    /** The number of days before today that the list shows at first. */
    static final int DAYS = 14;

    private final UnfinishedBookings unfinished;
    private final HubDirectory hubs;
    private final PersonDirectory people;
    private final Audit audit;
    private final Clock clock;

    ToFinishService(
            UnfinishedBookings unfinished, HubDirectory hubs, PersonDirectory people, Audit audit, Clock clock) {
        this.unfinished = unfinished;
        this.hubs = hubs;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the bookings to finish, with the numbers of all of them and the people. */
    record ToFinish(Page<Unfinished, BookingId> page, Counts counts, Map<PersonId, Contact> people) {

        Contact contact(Unfinished booking) {
            return Objects.requireNonNull(people.get(booking.person()));
        }
    }

    /** Lists the bookings to finish of the last days, or of all days. */
    @Transactional
    ToFinish list(HubId hub, boolean all, @Nullable BookingId after) {
        if (hubs.find(hub).isEmpty()) {
            throw Refused.notFound();
        }
        var now = clock.instant();
        var since = all ? LocalDate.EPOCH : LocalDate.now(clock).minusDays(DAYS);
        var page = Page.ofRest(unfinished.list(hub, since, now, after, PAGE + 1), Unfinished::booking, PAGE);
        var contacts = people.contacts(
                page.items().stream().map(Unfinished::person).distinct().toList());
        audit.read("person", contacts.keySet().stream().map(PersonId::value).toList());
        return new ToFinish(page, unfinished.count(hub, since, now), contacts);
    }
}

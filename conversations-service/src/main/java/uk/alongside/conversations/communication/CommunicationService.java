package uk.alongside.conversations.communication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.communication.Communication.Change;
import uk.alongside.conversations.communication.Communication.LetterFormat;
import uk.alongside.conversations.communication.CommunicationRefusal.ReviewInThePast;
import uk.alongside.conversations.communication.CommunicationRefusal.StaleCommunication;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Records how people get letters, and lists the people whose communication needs are due for a review. */
@Service
class CommunicationService {

    private static final String PERSON = "person";
    private static final int PAGE = 50;

    private final Communications communications;
    private final PersonDirectory people;
    private final MergedPeople merged;
    private final Team team;
    private final Audit audit;
    private final Clock clock;

    CommunicationService(
            Communications communications,
            PersonDirectory people,
            MergedPeople merged,
            Team team,
            Audit audit,
            Clock clock) {
        this.communications = communications;
        this.people = people;
        this.merged = merged;
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    /** Overdue reviews, and the people whom they concern. */
    record Overdue(Page<Communication, PersonId> page, Map<PersonId, PersonCard> people) {

        /** Leaves the people out, because records are written to logs. */
        @Override
        public String toString() {
            return "Overdue[]";
        }
    }

    @Transactional
    CommunicationView find(PersonId person) {
        if (people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        audit.read(PERSON, List.of(person.value()));
        return view(current(person));
    }

    /** Changes the communication if its version is still this one. A day that is over already may stay as it is. */
    @Transactional(noRollbackFor = Refused.class)
    CommunicationView change(
            PersonId person, @Nullable LetterFormat letterFormat, @Nullable LocalDate reviewOn, long version) {
        if (people.lock(person).isEmpty()) {
            throw Refused.notFound();
        }
        var before = current(person);
        if (before.version() != version) {
            audit.read(PERSON, List.of(person.value()));
            throw new StaleCommunication(view(before)).refused();
        }
        if (reviewOn != null && reviewOn.isBefore(today()) && !Objects.equals(reviewOn, before.reviewOn())) {
            throw new ReviewInThePast().refused();
        }
        var change = new Change(OwnChange.now(clock), Caller.current().member());
        communications.save(new Communication(person, version, letterFormat, reviewOn, change));
        audit.changed(PERSON, person.value(), "communication-changed");
        return view(current(person));
    }

    @Transactional
    Overdue overdue(@Nullable PersonId after) {
        var page = Page.ofRest(
                communications.overdue(today(), superseded(), after, PAGE + 1), Communication::person, PAGE);
        var cards = people.find(page.items().stream().map(Communication::person).toList());
        audit.read(PERSON, cards.keySet().stream().map(PersonId::value).toList());
        return new Overdue(page, cards);
    }

    /** Returns the merged people for whom nothing is reviewed any more, because it is recorded for the person kept. */
    private List<PersonId> superseded() {
        var kept = merged.all();
        var recorded = communications.recorded(kept.values());
        return kept.entrySet().stream()
                .filter(merge -> recorded.contains(merge.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns what is recorded for the person, or else what was recorded for a person who was merged into them. */
    private Communication current(PersonId person) {
        return communications
                .find(person)
                .orElseGet(() -> merged.ids(person).stream()
                        .filter(other -> !other.equals(person))
                        .flatMap(other -> communications.find(other).stream())
                        .map(other ->
                                new Communication(person, 0, other.letterFormat(), other.reviewOn(), other.changed()))
                        .findFirst()
                        .orElseGet(() -> Communication.unknown(person)));
    }

    private CommunicationView view(Communication communication) {
        var change = communication.changed();
        var by = change == null ? null : change.by().value();
        return new CommunicationView(
                communication.person(),
                communication.letterFormat(),
                communication.reviewOn(),
                communication.isOverdue(today()),
                change == null ? null : change.at(),
                by == null ? null : team.names(List.of(by)).get(by),
                communication.version());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

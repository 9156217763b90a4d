package uk.alongside.conversations.aboutme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.aboutme.AboutMeRefusal.ReasonNeeded;
import uk.alongside.conversations.aboutme.AboutMeRefusal.SaidInTheFuture;
import uk.alongside.conversations.aboutme.AboutMeRefusal.StaleSentence;
import uk.alongside.conversations.aboutme.AboutMeRefusal.TooManySentences;
import uk.alongside.conversations.aboutme.Sentence.Change;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Adds, changes and lists the sentences of About me. Each change is audited as a change of the person. */
@Service
class AboutMeService {

    static final int MOST = 200;
    private static final int PAGE = 50;
    private static final String KIND = "about-me";
    private static final String PERSON = "person";

    private final Sentences sentences;
    private final PersonDirectory people;
    private final MergedPeople merged;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    AboutMeService(
            Sentences sentences,
            PersonDirectory people,
            MergedPeople merged,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.sentences = sentences;
        this.people = people;
        this.merged = merged;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<SentenceView, SentenceId> list(PersonId person, @Nullable SentenceId after) {
        if (people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        var page = Page.ofRest(sentences.of(merged.ids(person), after, PAGE + 1), Sentence::id, PAGE);
        recordRead(person, page.items());
        return new Page<>(views(page.items()), page.next());
    }

    @Transactional
    SentenceView add(PersonId person, SentenceDetails details, String key) {
        return requests.once(
                key,
                "POST /api/people/" + person.value() + "/about-me",
                details,
                fresh -> add(new SentenceId(fresh), person, details),
                first -> view(found(person, new SentenceId(first))));
    }

    /** Adds a sentence. The lock on the person keeps the count true until the sentence is stored. */
    private SentenceView add(SentenceId id, PersonId person, SentenceDetails details) {
        if (people.lock(person).isEmpty()) {
            throw Refused.notFound();
        }
        refuseIfSaidInTheFuture(details);
        if (sentences.count(merged.ids(person)) >= MOST) {
            throw new TooManySentences().refused();
        }
        var now = OwnChange.now(clock);
        var sentence = new Sentence(id, person, 0, details, false, null, now, member(), List.of());
        sentences.insert(sentence);
        audit.changed(PERSON, person.value(), "about-me-added");
        return view(sentence);
    }

    /**
     * Changes a sentence if its version is still this one. A sentence that is so already is answered as it is, because the
     * answer to the first request may have been lost.
     */
    @Transactional(noRollbackFor = Refused.class)
    SentenceView change(
            PersonId person,
            SentenceId id,
            long version,
            SentenceDetails details,
            boolean takenAway,
            @Nullable String reason) {
        var before = found(person, id);
        if (details.equals(before.details()) && takenAway == before.takenAway()) {
            recordRead(person, List.of(before));
            return view(before);
        }
        if (before.version() != version) {
            recordRead(person, List.of(before));
            throw new StaleSentence(view(before)).refused();
        }
        refuseIfSaidInTheFuture(details);
        boolean isTakenAwayNow = takenAway && !before.takenAway();
        if (isTakenAwayNow && (reason == null || reason.isEmpty())) {
            throw new ReasonNeeded().refused();
        }
        sentences.keep(
                id, new Change(before.details(), before.takenAway(), before.reason(), OwnChange.now(clock), member()));
        sentences.update(before.as(details, takenAway, isTakenAwayNow ? reason : takenAway ? before.reason() : null));
        audit.changed(PERSON, person.value(), actionOf(before.takenAway(), takenAway));
        return view(found(person, id));
    }

    /** Records that the caller read these sentences, so that the person's access log tells this from a look at an address. */
    private void recordRead(PersonId person, List<Sentence> read) {
        audit.read(KIND, read.stream().map(sentence -> sentence.id().value()).toList());
        audit.read(PERSON, List.of(person.value()));
    }

    private static String actionOf(boolean before, boolean takenAway) {
        if (before == takenAway) {
            return "about-me-changed";
        }
        return takenAway ? "about-me-taken-away" : "about-me-put-back";
    }

    private Sentence found(PersonId person, SentenceId id) {
        return sentences.find(merged.ids(person), id).orElseThrow(Refused::notFound);
    }

    private void refuseIfSaidInTheFuture(SentenceDetails details) {
        if (details.saidOn().isAfter(LocalDate.now(clock))) {
            throw new SaidInTheFuture().refused();
        }
    }

    private SentenceView view(Sentence sentence) {
        return views(List.of(sentence)).getFirst();
    }

    private List<SentenceView> views(List<Sentence> found) {
        var names = team.names(found.stream()
                .flatMap(sentence -> Stream.concat(
                        Stream.of(sentence.addedBy()),
                        sentence.changes().stream().map(Change::by)))
                .map(MemberId::value)
                .distinct()
                .toList());
        return found.stream().map(sentence -> SentenceView.of(sentence, names)).toList();
    }

    private static MemberId member() {
        return Caller.current().member();
    }
}

package uk.alongside.conversations.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.measure.Measure.Content;
import uk.alongside.conversations.measure.Measure.Correction;
import uk.alongside.conversations.measure.MeasureRefusal.InstrumentUnknown;
import uk.alongside.conversations.measure.MeasureRefusal.StaleMeasure;
import uk.alongside.conversations.measure.Measures.Withdrawn;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Records, corrects and lists the answers of people to instruments. */
@Service
class MeasureService {

    static final int PAGE = 50;

    private final Instruments instruments;
    private final Measures measures;
    private final PersonDirectory people;
    private final MergedPeople merged;
    private final RecordedConversations records;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    MeasureService(
            Instruments instruments,
            Measures measures,
            PersonDirectory people,
            MergedPeople merged,
            RecordedConversations records,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.instruments = instruments;
        this.measures = measures;
        this.people = people;
        this.merged = merged;
        this.records = records;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lists the measures of a person, the last day first. Withdrawn ones are listed without their answers. */
    @Transactional
    Page<MeasureView, MeasureId> list(PersonId person, @Nullable MeasureId after) {
        if (people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        var ids = merged.ids(person);
        var course = new Course(instruments, measures.of(ids));
        var withdrawn = measures.withdrawn(ids);
        var names = names(
                Stream.concat(course.measures().stream(), withdrawn.stream().map(Withdrawn::measure))
                        .toList());
        var views = Stream.concat(
                        course.measures().stream().map(measure -> MeasureView.of(measure, course, names)),
                        withdrawn.stream().map(measure -> MeasureView.of(measure, names)))
                .sorted(Comparator.comparing(MeasureView::day)
                        .reversed()
                        .thenComparing(measure -> measure.id().value()))
                .toList();
        var page = Page.of(views, MeasureView::id, after, PAGE);
        audit.read(
                Measures.KIND,
                page.items().stream().map(measure -> measure.id().value()).toList());
        audit.read("person", List.of(person.value()));
        return page;
    }

    /**
     * Records answers of a person.
     *
     * @param conversation the conversation in which the person was asked; null if there was none
     */
    @Transactional
    MeasureView record(
            PersonId person,
            String code,
            @Nullable ConversationId conversation,
            Content content,
            Object body,
            String key) {
        return requests.once(
                key,
                "POST /api/people/" + person.value() + "/measures",
                body,
                fresh -> {
                    lock(person);
                    if (conversation != null
                            && Collections.disjoint(records.find(conversation).people(), merged.ids(person))) {
                        throw Refused.notFound();
                    }
                    var instrument = instruments.find(code).orElseThrow(() -> new InstrumentUnknown().refused());
                    var measure = new Measure(
                            new MeasureId(fresh),
                            person,
                            conversation,
                            code,
                            instrument.version(),
                            course(person).checked(instrument, content, null, LocalDate.now(clock)),
                            OwnChange.now(clock),
                            member(),
                            0,
                            List.of());
                    measures.insert(measure);
                    audit.changed(Measures.KIND, fresh, "recorded");
                    audit.read("person", List.of(person.value()));
                    return view(person, measure.id());
                },
                first -> view(person, new MeasureId(first)));
    }

    /** Corrects answers if their version is still this one. What they were before is kept with the reason. */
    @Transactional(noRollbackFor = Refused.class)
    MeasureView correct(PersonId person, MeasureId id, long version, Content content, String reason) {
        lock(person);
        var course = course(person);
        var before = forChange(course, person, id, version);
        var checked = course.checked(course.instrument(before), content, before, LocalDate.now(clock));
        measures.correct(before, checked, reason, OwnChange.now(clock), member());
        audit.changed(Measures.KIND, id.value(), "corrected");
        return view(person, id);
    }

    /**
     * Withdraws answers that were recorded by mistake, such as those of another person, if their version is still this
     * one.
     */
    @Transactional(noRollbackFor = Refused.class)
    void withdraw(PersonId person, MeasureId id, long version, String reason) {
        lock(person);
        var course = course(person);
        var measure = forChange(course, person, id, version);
        course.refuseIfGoalsAreInUse(measure);
        measures.withdraw(measure, reason, OwnChange.now(clock), member());
        audit.changed(Measures.KIND, id.value(), "withdrawn");
    }

    /** Returns the measure if its version is still this one. Otherwise the refusal shows the present one. */
    private Measure forChange(Course course, PersonId person, MeasureId id, long version) {
        var measure = find(course, id);
        audit.read("person", List.of(person.value()));
        if (measure.version() != version) {
            audit.read(Measures.KIND, List.of(id.value()));
            throw new StaleMeasure(view(course, measure)).refused();
        }
        return measure;
    }

    /** Makes other changes of this person's measures wait, so that each one is judged by all earlier ones. */
    private void lock(PersonId person) {
        if (people.lock(person).isEmpty()) {
            throw Refused.notFound();
        }
    }

    private Course course(PersonId person) {
        return new Course(instruments, measures.of(merged.ids(person)));
    }

    private static Measure find(Course course, MeasureId id) {
        return course.measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private MeasureView view(PersonId person, MeasureId id) {
        var course = course(person);
        return view(course, find(course, id));
    }

    private MeasureView view(Course course, Measure measure) {
        return MeasureView.of(measure, course, names(List.of(measure)));
    }

    private Map<UUID, String> names(List<Measure> found) {
        return team.names(found.stream()
                .flatMap(measure -> Stream.concat(
                        Stream.of(measure.recordedBy()),
                        measure.corrections().stream().map(Correction::by)))
                .map(MemberId::value)
                .distinct()
                .toList());
    }

    private static MemberId member() {
        return Caller.current().member();
    }
}

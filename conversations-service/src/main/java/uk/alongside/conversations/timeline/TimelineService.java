package uk.alongside.conversations.timeline;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.conversation.RecordedConversations.Dated;
import uk.alongside.conversations.measure.DatedMeasures;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.personhistory.PersonHistoryService;
import uk.alongside.conversations.step.DatedSteps;
import uk.alongside.conversations.timeline.TimelineEntry.Kind;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Puts what happened with a person in one list, the latest first. Restricted records are shown by their day only. */
@Service
class TimelineService {

    private static final int PAGE = 50;

    private final PersonDirectory people;
    private final MergedPeople merged;
    private final PersonHistoryService history;
    private final RecordedConversations records;
    private final DatedSteps steps;
    private final DatedMeasures measures;
    private final Audit audit;

    TimelineService(
            PersonDirectory people,
            MergedPeople merged,
            PersonHistoryService history,
            RecordedConversations records,
            DatedSteps steps,
            DatedMeasures measures,
            Audit audit) {
        this.people = people;
        this.merged = merged;
        this.history = history;
        this.records = records;
        this.steps = steps;
        this.measures = measures;
        this.audit = audit;
    }

    @Transactional
    Page<TimelineEntry, UUID> list(PersonId person, @Nullable UUID after) {
        if (people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        var ids = merged.ids(person);
        var dated = records.dated(ids);
        var entries = Stream.of(
                        history.all(person).stream().map(TimelineEntry::of),
                        dated.stream().map(TimelineEntry::of),
                        steps(dated),
                        measures.of(ids).stream().map(TimelineEntry::of))
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(TimelineEntry::day)
                        .thenComparing(TimelineEntry::kind)
                        .thenComparing(TimelineEntry::id)
                        .reversed())
                .toList();
        var page = Page.of(entries, TimelineEntry::id, after, PAGE);
        audit.read("person", List.of(person.value()));
        audit.read("booking", ids(page, Kind.BOOKING));
        audit.read("walk-in", ids(page, Kind.WALK_IN));
        audit.read(Conversations.KIND, ids(page, Kind.CONVERSATION));
        audit.read("measure", ids(page, Kind.MEASURE));
        return page;
    }

    /** Returns the steps of the records that the caller may read, on the days of their conversations. */
    private Stream<TimelineEntry> steps(List<Dated> dated) {
        var readable = dated.stream().filter(Dated::readable).collect(toMap(Dated::id, Dated::day));
        return steps.of(readable.keySet()).stream()
                .map(step -> TimelineEntry.of(step, day(readable.get(step.conversation()))));
    }

    private static LocalDate day(@Nullable LocalDate day) {
        return Objects.requireNonNull(day);
    }

    private static List<UUID> ids(Page<TimelineEntry, UUID> page, Kind kind) {
        return page.items().stream()
                .filter(entry -> entry.kind() == kind)
                .map(TimelineEntry::id)
                .toList();
    }
}

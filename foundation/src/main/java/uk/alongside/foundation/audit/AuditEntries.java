package uk.alongside.foundation.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.AuditEvent.ActorKind;
import uk.alongside.foundation.audit.AuditReader.Line;
import uk.alongside.foundation.audit.AuditReader.Wanted;
import uk.alongside.foundation.audit.AuditSubjects.Subject;
import uk.alongside.foundation.page.Page;

/**
 * Composes the pages of the audit that people read. One member's reads of the same records on one day become one entry,
 * because an open board reads itself again after each change.
 */
class AuditEntries {

    private static final int PAGE = 25;
    private static final int AT_ONCE = 200;
    private static final int MOST_READ = 2_000;
    private static final int MOST_SHOWN = 4;

    private final AuditReader events;
    private final AuditSubjects subjects;

    AuditEntries(AuditReader events, AuditSubjects subjects) {
        this.events = events;
        this.subjects = subjects;
    }

    /**
     * One event, or several reads in one.
     *
     * @param newest the newest of the events
     * @param since the time of the oldest of the events
     * @param subjects the first records that the events name
     * @param more how many other records they name
     */
    record Entry(Line newest, Instant since, int times, boolean sealed, List<Named> subjects, int more) {}

    /** A record that an event names, with its description if it still exists. */
    record Named(String kind, UUID id, @Nullable Subject subject) {}

    /**
     * Returns the newest entries that match the filter. A page ends after a number of events too, so that a board that
     * was open for weeks does not keep a request reading.
     */
    @Transactional
    public Page<Entry, UUID> page(Wanted wanted) {
        var runs = new LinkedHashMap<Object, Run>();
        var last = wanted.after();
        for (int read = 0; read < MOST_READ; read += AT_ONCE) {
            var lines = events.find(wanted.before(last), AT_ONCE + 1);
            for (var line : lines.subList(0, Math.min(AT_ONCE, lines.size()))) {
                var key = key(line);
                if (!runs.containsKey(key) && runs.size() == PAGE) {
                    return new Page<>(entries(runs.values(), wanted.subject()), last);
                }
                runs.computeIfAbsent(key, _ -> new Run(line)).add(line);
                last = line.id();
            }
            if (lines.size() <= AT_ONCE) {
                return new Page<>(entries(runs.values(), wanted.subject()), null);
            }
        }
        return new Page<>(entries(runs.values(), wanted.subject()), last);
    }

    private static Object key(Line line) {
        return line.isRead() && line.actorKind() == ActorKind.MEMBER
                ? new Reads(
                        line.actor(),
                        line.kind(),
                        line.mainIds(),
                        line.values(),
                        LocalDate.ofInstant(line.at(), AuditReader.LONDON))
                : line.id();
    }

    private record Reads(@Nullable UUID actor, String kind, List<UUID> ids, List<AuditValue> values, LocalDate day) {}

    /** The events of one entry, newest first. */
    private static final class Run {

        private final Line newest;
        private final Set<UUID> people = new LinkedHashSet<>();
        private Instant since;
        private int times;
        private boolean sealed = true;

        Run(Line newest) {
            this.newest = newest;
            this.since = newest.at();
        }

        void add(Line line) {
            people.addAll(line.people());
            since = line.at();
            times++;
            sealed &= line.seq() != null;
        }

        /**
         * Returns the records of the event's own action, then the residents, then the other records. The one that was
         * asked for comes first.
         */
        List<Named> named(@Nullable UUID first) {
            var named = new LinkedHashMap<UUID, Named>();
            newest.mainIds().forEach(id -> named.put(id, new Named(newest.kind(), id, null)));
            people.forEach(id -> named.putIfAbsent(id, new Named(AuditSubjects.PERSON, id, null)));
            newest.parts()
                    .forEach(part -> part.ids().forEach(id -> named.putIfAbsent(id, new Named(part.kind(), id, null))));
            var inOrder = new ArrayList<>(named.values());
            if (first != null && named.containsKey(first)) {
                inOrder.remove(named.get(first));
                inOrder.addFirst(named.get(first));
            }
            return inOrder;
        }
    }

    private List<Entry> entries(Collection<Run> runs, @Nullable UUID first) {
        var named = new LinkedHashMap<Run, List<Named>>();
        runs.forEach(run -> named.put(run, run.named(first)));
        var described =
                describe(named.values().stream().flatMap(all -> all.stream().limit(MOST_SHOWN)));
        return runs.stream()
                .map(run -> new Entry(
                        run.newest,
                        run.since,
                        run.times,
                        run.sealed,
                        named.getOrDefault(run, List.of()).stream()
                                .limit(MOST_SHOWN)
                                .map(one -> new Named(one.kind(), one.id(), described.get(one.id())))
                                .toList(),
                        Math.max(0, named.getOrDefault(run, List.of()).size() - MOST_SHOWN)))
                .toList();
    }

    private Map<UUID, Subject> describe(Stream<Named> named) {
        return subjects.describe(named.collect(groupingBy(Named::kind, mapping(Named::id, toSet()))));
    }
}

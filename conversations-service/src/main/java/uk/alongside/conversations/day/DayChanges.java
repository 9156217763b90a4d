package uk.alongside.conversations.day;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Counts the changes of each day at each hub, in the transactions that make them, so that every replica can notify its
 * boards after reading one small row.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DayChanges {

    private final CouncilSql sql;
    private final EntityManager entities;
    private final Clock clock;

    DayChanges(CouncilSql sql, EntityManager entities, Clock clock) {
        this.sql = sql;
        this.entities = entities;
        this.clock = clock;
    }

    /** A day at a hub. */
    public record HubDay(UUID hub, LocalDate day) {}

    /**
     * Records that a day at a hub has changed. The board of today lists what is left over from earlier days, so a change
     * of an earlier day changes today as well.
     */
    public void changed(HubDay day) {
        var today = LocalDate.now(clock);
        pending().days.add(day);
        if (day.day().isBefore(today)) {
            pending().days.add(new HubDay(day.hub(), today));
        }
    }

    /** Records that these days at a hub have changed. */
    public void changed(UUID hub, Collection<LocalDate> changed) {
        changed.forEach(day -> changed(new HubDay(hub, day)));
    }

    /** Returns the number of changes of each of these days; zero for a day that has never changed. */
    public Map<HubDay, Long> numbers(Collection<HubDay> days) {
        var numbers = new HashMap<HubDay, Long>();
        if (days.isEmpty()) {
            return numbers;
        }
        days.forEach(day -> numbers.put(day, 0L));
        sql.sql("""
                        select d.hub_id, d.day, d.revision from app.day_revision d
                        where d.tenant_id = :council and d.hub_id in (:hubs) and d.day in (:days)""")
                .param("hubs", days.stream().map(HubDay::hub).distinct().toList())
                .param("days", days.stream().map(HubDay::day).distinct().toList())
                .query(row -> {
                    numbers.replace(
                            new HubDay(row.getObject("hub_id", UUID.class), row.getObject("day", LocalDate.class)),
                            row.getLong("revision"));
                });
        return numbers;
    }

    /** Updates first: nearly every day has a row, and an upsert checks the council twice as often. */
    private void count(HubDay day) {
        var counted =
                sql.sql("""
                        update app.day_revision set revision = revision + 1
                        where tenant_id = :council and hub_id = :hub and day = :day""").param("hub", day.hub()).param("day", day.day()).update();
        if (counted == 0) {
            sql.sql("""
                            insert into app.day_revision as d (tenant_id, hub_id, day, revision)
                            values (:council, :hub, :day, 1)
                            on conflict (tenant_id, hub_id, day) do update set revision = d.revision + 1""").param("hub", day.hub()).param("day", day.day()).update();
        }
    }

    private Pending pending() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Pending pending) {
                return pending;
            }
        }
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /**
     * The days that one transaction has changed. Their rows are locked last and in one order, because the lock makes
     * every other change to the same day wait; only the audit comes later.
     */
    private final class Pending implements TransactionSynchronization, Ordered {

        private final TreeSet<HubDay> days =
                new TreeSet<>(Comparator.comparing(HubDay::hub).thenComparing(HubDay::day));

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            days.forEach(DayChanges.this::count);
        }
    }
}

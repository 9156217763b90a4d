package uk.alongside.conversations.insight;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.insight.FigureCounts.Choice;
import uk.alongside.conversations.insight.FigureSql.Split;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Stores the counts of the last night, of the whole council and of each hub and kind. Only a council whose figures take
 * long to count has any: the figures of other councils are counted when they are read.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FigureCountStore {

    /** Counts that are older are not shown, because by then the night has failed for a week. */
    private static final int MOST_DAYS = 7;

    private final CouncilSql sql;
    private final JsonMapper json;

    FigureCountStore(CouncilSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The counts of a figure by month or by quarter, divided in one way. */
    record Key(Figure figure, Period.Grain grain, Split split) {}

    private record Counts(List<Count> counts) {}

    /**
     * The counts of one day.
     *
     * @param day null if there are none
     * @param at when they were counted; null if there are none
     */
    record Stored(@Nullable LocalDate day, @Nullable Instant at, Map<Key, List<Count>> counts) {

        static final Stored NOTHING = new Stored(null, null, Map.of());

        /** Returns the counts of this choice, or nothing if they are not stored. One hub is a group of all hubs. */
        Optional<List<Count>> of(Figure figure, Choice choice) {
            if (choice.hub() != null && choice.kind() != null) {
                return Optional.empty();
            }
            if (choice.hub() != null) {
                return part(figure, choice, Split.HUB, choice.hub().value().toString());
            }
            if (choice.kind() != null) {
                return part(figure, choice, Split.KIND, choice.kind());
            }
            return Optional.ofNullable(counts.get(new Key(figure, choice.grain(), choice.split())));
        }

        private Optional<List<Count>> part(Figure figure, Choice choice, Split split, String group) {
            if (choice.split() != Split.NONE && choice.split() != split) {
                return Optional.empty();
            }
            return Optional.ofNullable(counts.get(new Key(figure, choice.grain(), split)))
                    .map(all -> all.stream()
                            .filter(count -> group.equals(count.group()))
                            .map(count -> choice.split() == split ? count : count.ungrouped())
                            .toList());
        }
    }

    /** The day and the moment of a row. */
    private record Counted(LocalDate day, Instant at) {}

    /**
     * Returns the counts of the last night. They are those of an earlier day until the night's count has ended, and when it
     * has failed: to count from the records would take longer than a request may.
     */
    Stored last(LocalDate today) {
        var found = new HashMap<Key, List<Count>>();
        var times = sql.sql("""
                        select c.figure, c.grain, c.split, c.counted_on, c.counted_at, c.counts from app.figure_count c
                        where c.tenant_id = :council and c.counted_on between :first and :today""")
                .param("first", today.minusDays(MOST_DAYS))
                .param("today", today)
                .query((row, _) -> {
                    found.put(
                            new Key(
                                    Figure.valueOf(row.getString("figure")),
                                    Period.Grain.valueOf(row.getString("grain")),
                                    Split.valueOf(row.getString("split"))),
                            json.readValue(row.getString("counts"), Counts.class)
                                    .counts());
                    return new Counted(row.getObject("counted_on", LocalDate.class), instant(row, "counted_at"));
                })
                .list();
        return times.isEmpty()
                ? Stored.NOTHING
                : new Stored(times.getFirst().day(), times.getFirst().at(), found);
    }

    /** Replaces the stored counts by these, or by none if they are empty. */
    void replace(LocalDate day, Instant at, Map<Key, List<Count>> counts) {
        sql.sql("delete from app.figure_count where tenant_id = :council").update();
        counts.forEach((key, list) -> sql.sql("""
                        insert into app.figure_count (tenant_id, figure, grain, split, counted_on, counted_at, counts)
                        values (:council, :figure, :grain, :split, :day, :at, :counts)""")
                .param("figure", key.figure().name())
                .param("grain", key.grain().name())
                .param("split", key.split().name())
                .param("day", day)
                .param("at", at(at))
                .param("counts", json.writeValueAsString(new Counts(list)))
                .update());
    }
}

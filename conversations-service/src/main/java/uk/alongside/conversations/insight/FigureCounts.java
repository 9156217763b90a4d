package uk.alongside.conversations.insight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.insight.Count.Reason;
import uk.alongside.conversations.insight.Count.Values;
import uk.alongside.conversations.insight.Figure.Question;
import uk.alongside.conversations.insight.FigureSql.Split;
import uk.alongside.conversations.insight.FigureUnits.Unit;
import uk.alongside.conversations.measure.CountedAnswers;
import uk.alongside.conversations.measure.CountedAnswers.AnsweredDay;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.wall.CouncilSql;

/** Counts the figures of a council in the database. Answers are encrypted, so they are read first and counted with the rest. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FigureCounts {

    private static final String COUNTED = "COUNTED";

    private final CouncilSql sql;
    private final MergedPeople merged;
    private final CountedAnswers answers;
    private final FigureCountStore store;

    FigureCounts(CouncilSql sql, MergedPeople merged, CountedAnswers answers, FigureCountStore store) {
        this.sql = sql;
        this.store = store;
        this.merged = merged;
        this.answers = answers;
    }

    /**
     * A choice of what is counted.
     *
     * @param hub null for all
     * @param kind a kind of talking point; null for all
     */
    record Choice(
            LocalDate today,
            LocalDate from,
            Period.Grain grain,
            Split split,
            @Nullable HubId hub,
            @Nullable String kind) {

        private Choice by(Period.Grain other) {
            return new Choice(today, from, other, Split.NONE, hub, kind);
        }
    }

    /** A figure that was counted by month and by quarter. */
    private record Counted(Figure figure, Choice choice) {}

    /** A row of counts: of a month or a quarter, divided in one way. */
    private record Divided(Split split, Period.Grain grain) {}

    /** Answers to one question, as columns. */
    private record Columns(
            List<UUID> people,
            List<String> days,
            List<@Nullable UUID> conversations,
            List<String> states,
            List<@Nullable Double> values) {

        Columns() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(PersonId person, LocalDate day, @Nullable UUID conversation, String state, @Nullable Double value) {
            people.add(person.value());
            days.add(day.toString());
            conversations.add(conversation);
            states.add(state);
            values.add(value);
        }
    }

    /** Returns a counting of figures without their hubs and kinds. It uses what was counted in the night, if that was slow. */
    Counting counting(LocalDate today) {
        return new Counting(today, Split.WHOLE, store.last(today));
    }

    /** Returns a counting of figures with their hubs and kinds. It uses what was counted in the night, if that was slow. */
    Counting countingWithParts(LocalDate today) {
        return new Counting(today, Split.ALL, store.last(today));
    }

    /** Returns a counting of figures with their hubs and kinds from the records as they are now. */
    Counting countingNow(LocalDate today) {
        return new Counting(today, Split.ALL, FigureCountStore.Stored.NOTHING);
    }

    /**
     * A counting of several figures. It reads the merged people, the answers to each instrument and each figure only once.
     */
    class Counting {

        private final LocalDate day;
        private final Set<Split> splits;
        private final FigureCountStore.Stored stored;

        private final Map<UUID, UUID> kept = merged.all().entrySet().stream()
                .collect(toMap(
                        entry -> entry.getKey().value(),
                        entry -> entry.getValue().value()));
        private final Map<String, List<AnsweredDay>> answered = new LinkedHashMap<>();
        private final Map<Counted, Map<Divided, List<Count>>> counted = new HashMap<>();

        private Counting(LocalDate today, Set<Split> splits, FigureCountStore.Stored stored) {
            this.day = stored.day() == null ? today : stored.day();
            this.splits = splits;
            this.stored = stored;
        }

        /** Returns the day of which the figures tell: today, or that of the count which is shown. */
        LocalDate day() {
            return day;
        }

        /** Returns when the figures were counted, or nothing if they are counted now. */
        Optional<Instant> countedAt() {
            return Optional.ofNullable(stored.at());
        }

        /** Returns the counts of a figure, in no order. Periods and groups without any unit are left out. */
        List<Count> of(Figure figure, Choice choice) {
            var kept = stored.of(figure, choice);
            if (kept.isPresent()) {
                return kept.get();
            }
            var by = figure.dependsOnGrain() ? choice.grain() : Period.Grain.QUARTER;
            return counted.computeIfAbsent(new Counted(figure, choice.by(by)), _ -> count(figure, choice))
                    .getOrDefault(new Divided(choice.split(), choice.grain()), List.of());
        }

        private Map<Divided, List<Count>> count(Figure figure, Choice choice) {
            var rows = new LinkedHashMap<Key, Building>();
            statement(FigureSql.counts(figure, splits), figure, choice)
                    .param("from", choice.from())
                    .param("until", choice.today().plusDays(1))
                    .query(row -> {
                        rows.computeIfAbsent(
                                        new Key(
                                                new Divided(
                                                        Split.valueOf(row.getString("split")),
                                                        Period.Grain.valueOf(row.getString("grain"))),
                                                row.getObject("starts", LocalDate.class),
                                                row.getString("group_key")),
                                        _ -> new Building())
                                .add(row);
                    });
            return rows.entrySet().stream()
                    .collect(groupingBy(
                            entry -> entry.getKey().divided(),
                            mapping(entry -> entry.getValue().count(entry.getKey()), toList())));
        }

        /** Returns a statement about a figure with all its parameters but the days that bound it. */
        private StatementSpec statement(String statement, Figure figure, Choice choice) {
            var columns = figure.question()
                    .map(question -> columns(figure, question, choice.from()))
                    .orElseGet(Columns::new);
            return CountedEvents.bind(sql.sql(statement), kept, choice.today())
                    .param("grain", choice.grain().word())
                    .param("hub", choice.hub() == null ? null : choice.hub().value(), Types.OTHER)
                    .param("kind", choice.kind(), Types.VARCHAR)
                    .param("people", columns.people().toArray(UUID[]::new))
                    .param("days", columns.days().toArray(String[]::new))
                    .param("conversations", columns.conversations().toArray(UUID[]::new))
                    .param("states", columns.states().toArray(String[]::new))
                    .param("values", columns.values().toArray(Double[]::new));
        }

        /** Returns the units of the figure at the chosen hub in this period. People are those kept after merges. */
        List<Unit> units(Figure figure, Choice choice, Period period) {
            return statement(FigureSql.units(figure), figure, choice)
                    .param("from", period.from())
                    .param("until", period.until())
                    .query((row, _) -> {
                        var state = row.getString("state");
                        var person = row.getObject("person", UUID.class);
                        return new Unit(
                                row.getObject("met", LocalDate.class),
                                row.getString("kind"),
                                state.equals(COUNTED) ? null : Reason.valueOf(state),
                                row.getLong("base"),
                                row.getLong("part"),
                                number(row, "value"),
                                person == null ? null : new PersonId(kept.getOrDefault(person, person)),
                                row.getObject("record", UUID.class));
                    })
                    .list();
        }

        private Columns columns(Figure figure, Question question, LocalDate from) {
            var columns = new Columns();
            if (figure.unit() == Figure.Unit.CHANGE) {
                answers.changes(question.instrument(), question.item())
                        .forEach(changed -> columns.add(
                                changed.person(), changed.day(), changed.conversation(), COUNTED, changed.change()));
                return columns;
            }
            answered.computeIfAbsent(question.instrument(), instrument -> answers.since(from, instrument))
                    .forEach(day -> day.answers().stream()
                            .filter(answer -> answer.item().equals(question.item()))
                            .forEach(answer -> columns.add(
                                    day.person(),
                                    day.day(),
                                    day.conversation(),
                                    answer.value().isPresent() ? COUNTED : answer.noAnswer(),
                                    answer.value().map(Number::doubleValue).orElse(null))));
            return columns;
        }
    }

    private record Key(
            Divided divided, LocalDate from, @Nullable String group) {}

    /** A count whose rows, one for each state, are still being read. */
    private static final class Building {

        private final Map<Reason, Long> notCounted = new EnumMap<>(Reason.class);
        private long base;
        private long part;
        private long also;
        private long people;
        private Values values = Values.NONE;

        private void add(ResultSet row) throws SQLException {
            var state = row.getString("state");
            if (!state.equals(COUNTED)) {
                notCounted.put(Reason.valueOf(state), row.getLong("base"));
                return;
            }
            base = row.getLong("base");
            part = row.getLong("part");
            also = row.getLong("also");
            people = row.getLong("people");
            values = new Values(
                    number(row, "median"),
                    number(row, "ninth_decile"),
                    number(row, "median_of_part"),
                    number(row, "median_of_rest"),
                    number(row, "mean"),
                    number(row, "deviation"),
                    number(row, "largest"));
        }

        private Count count(Key key) {
            return new Count(key.from(), key.group(), base, part, also, people, values, notCounted);
        }
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}

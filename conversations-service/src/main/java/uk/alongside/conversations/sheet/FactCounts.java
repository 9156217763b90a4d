package uk.alongside.conversations.sheet;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.Blueprints;
import uk.alongside.conversations.insight.CountedEvents;
import uk.alongside.conversations.measure.CountedAnswers;
import uk.alongside.conversations.measure.CountedAnswers.AnsweredDay;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.statistics.sheet.Block;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.SheetLayout;
import uk.alongside.statistics.sheet.Split;

/** Counts the facts of a sheet exactly, for the lead's check and for the seal. Nothing here adds noise. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FactCounts {

    private static final String OTHER = "other";

    private final CouncilSql sql;
    private final MergedPeople merged;
    private final CountedAnswers answers;
    private final Blueprints blueprints;
    private final Clock clock;

    FactCounts(CouncilSql sql, MergedPeople merged, CountedAnswers answers, Blueprints blueprints, Clock clock) {
        this.sql = sql;
        this.merged = merged;
        this.answers = answers;
        this.blueprints = blueprints;
        this.clock = clock;
    }

    /**
     * The exact cells of a period.
     *
     * @param notRecorded the people of whom a fact is not recorded, by fact
     */
    record Exact(SheetLayout layout, List<Integer> cells, Map<Fact, Integer> notRecorded) {

        Exact {
            cells = List.copyOf(cells);
            notRecorded = Map.copyOf(notRecorded);
        }

        int cell(int position) {
            return cells.get(position);
        }

        /** Leaves the counts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Exact[" + layout.sheet() + "]";
        }
    }

    /** People of one period, fact, cell, group of age and kind of talking point. The first period has the number 1. */
    private record Tally(
            int period,
            Fact fact,
            @Nullable String cell,
            @Nullable String age,
            @Nullable String kind,
            int people) {

        static Tally of(ResultSet row, int number) throws SQLException {
            return new Tally(
                    row.getInt("period"),
                    Fact.valueOf(row.getString("fact")),
                    row.getString("cell"),
                    row.getString("age"),
                    row.getString("kind"),
                    row.getInt("people"));
        }

        /** Leaves the count out, because records are written to logs. */
        @Override
        public String toString() {
            return "Tally[]";
        }
    }

    /** Answers as columns. The cell is null if the answer has no value. */
    private static final class Columns {

        private final Map<UUID, UUID> kept;
        private final List<String> facts = new ArrayList<>();
        private final List<UUID> people = new ArrayList<>();
        private final List<String> days = new ArrayList<>();
        private final List<UUID> ids = new ArrayList<>();
        private final List<@Nullable String> cells = new ArrayList<>();
        private final List<@Nullable UUID> conversations = new ArrayList<>();

        Columns(Map<UUID, UUID> kept) {
            this.kept = kept;
        }

        void add(
                AnsweredFact fact,
                PersonId person,
                LocalDate day,
                UUID id,
                @Nullable String cell,
                @Nullable UUID conversation) {
            facts.add(fact.name());
            people.add(kept.getOrDefault(person.value(), person.value()));
            days.add(day.toString());
            ids.add(id);
            cells.add(cell);
            conversations.add(conversation);
        }
    }

    Exact of(SheetPeriod period) {
        return of(List.of(period)).getFirst();
    }

    /** Counts periods of one kind, in one statement, and returns their cells in the same order. */
    List<Exact> of(List<SheetPeriod> periods) {
        if (periods.isEmpty()) {
            return List.of();
        }
        var layout = SheetLayout.of(periods.getFirst().kind());
        var tallies = tallies(
                periods, layout.blocks().stream().map(Block::fact).distinct().toList());
        var codes = codes();
        return IntStream.rangeClosed(1, periods.size())
                .mapToObj(number -> exact(
                        layout,
                        tallies.stream()
                                .filter(tally -> tally.period() == number)
                                .toList(),
                        codes))
                .toList();
    }

    private static Exact exact(SheetLayout layout, List<Tally> tallies, Map<String, String> codes) {
        var cells = new int[layout.cells()];
        var notRecorded = new EnumMap<Fact, Integer>(Fact.class);
        for (var tally : tallies) {
            var cell = tally.cell();
            if (cell == null) {
                notRecorded.merge(tally.fact(), tally.people(), Integer::sum);
                continue;
            }
            layout.blocks().stream()
                    .filter(block -> block.fact() == tally.fact() && isIn(block.group(), tally, codes))
                    .map(block -> block.position(cell).orElseThrow())
                    .forEach(position -> cells[position] += tally.people());
        }
        return new Exact(layout, Arrays.stream(cells).boxed().toList(), notRecorded);
    }

    private List<Tally> tallies(List<SheetPeriod> periods, Collection<Fact> facts) {
        var kept = merged.all().entrySet().stream()
                .collect(toMap(
                        entry -> entry.getKey().value(),
                        entry -> entry.getValue().value()));
        var columns = new Columns(kept);
        var answered =
                facts.stream().flatMap(fact -> AnsweredFact.of(fact).stream()).toList();
        var since = periods.stream().map(SheetPeriod::from).min(naturalOrder()).orElseThrow();
        var read = new HashMap<String, List<AnsweredDay>>();
        for (var fact : answered) {
            read(fact, read.computeIfAbsent(fact.instrument(), code -> answers.since(since, code)), columns);
        }
        return CountedEvents.bind(sql.sql(FactSql.counts(facts)), kept, LocalDate.now(clock))
                .param("befores", days(periods, period -> period.previous().from()))
                .param("starts", days(periods, SheetPeriod::from))
                .param("untils", days(periods, SheetPeriod::until))
                .param("facts", columns.facts.toArray(String[]::new))
                .param("people", columns.people.toArray(UUID[]::new))
                .param("days", columns.days.toArray(String[]::new))
                .param("ids", columns.ids.toArray(UUID[]::new))
                .param("cells", columns.cells.toArray(String[]::new))
                .param("conversations", columns.conversations.toArray(UUID[]::new))
                .param(
                        "asked",
                        answered.stream()
                                .filter(fact -> !fact.isChange())
                                .map(Enum::name)
                                .toArray(String[]::new))
                .query(Tally::of)
                .list();
    }

    private static String[] days(List<SheetPeriod> periods, Function<SheetPeriod, LocalDate> day) {
        return periods.stream().map(day).map(LocalDate::toString).toArray(String[]::new);
    }

    /** Lists the answers to one question. Those who answered, and of whom no change is known, are not recorded. */
    private void read(AnsweredFact fact, List<AnsweredDay> days, Columns columns) {
        for (var day : days) {
            var cell = fact.isChange()
                    ? Optional.<String>empty()
                    : day.answers().stream()
                            .filter(answer -> answer.item().equals(fact.item()))
                            .findFirst()
                            .flatMap(CountedAnswers.Answered::value)
                            .map(fact::cell);
            columns.add(fact, day.person(), day.day(), day.id(), cell.orElse(null), day.conversation());
        }
        if (fact.isChange()) {
            for (var changed : answers.changes(fact.instrument(), fact.item())) {
                columns.add(
                        fact,
                        changed.person(),
                        changed.day(),
                        changed.id(),
                        fact.cell(changed.change()),
                        changed.conversation());
            }
        }
    }

    /** Returns the code of each kind of talking point of the council that is a group of a sheet, by name. */
    private Map<String, String> codes() {
        return blueprints.kinds().stream()
                .filter(kind -> Split.KIND.groups().contains(kind.code()))
                .collect(toMap(kind -> kind.name(), kind -> kind.code(), (first, _) -> first));
    }

    private static boolean isIn(Block.@Nullable Group group, Tally tally, Map<String, String> codes) {
        if (group == null) {
            return true;
        }
        return switch (group.split()) {
            case AGE -> group.name().equals(tally.age());
            case KIND -> tally.kind() != null && group.name().equals(codes.getOrDefault(tally.kind(), OTHER));
        };
    }
}

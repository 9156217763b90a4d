package uk.alongside.conversations.sheet;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/**
 * The cells of this council without noise, and whether it shares blurred ones. They are shown to its own leads and viewers
 * and never leave it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OwnCells {

    private final FactCounts counts;
    private final Sharings sharings;
    private final CouncilSql sql;

    OwnCells(FactCounts counts, Sharings sharings, CouncilSql sql) {
        this.counts = counts;
        this.sharings = sharings;
        this.sql = sql;
    }

    /** Returns whether the council shares its sheets now. */
    public boolean areShared() {
        return sharings.find().shares();
    }

    /** Returns the day of the council's first finished conversation. */
    public Optional<LocalDate> since() {
        return sql.sql("""
                        select c.day from app.v_conversation_counted c where c.tenant_id = :council and c.finished
                        order by c.day limit 1""").query((row, _) -> row.getObject(1, LocalDate.class)).optional();
    }

    /**
     * Returns the cells of periods as they are counted now, in the order of {@code SheetLayout}, by the first day of the
     * period.
     *
     * @param from the first days of the periods
     */
    public Map<LocalDate, List<Integer>> exact(Sheet kind, Collection<LocalDate> from) {
        var periods =
                from.stream().distinct().map(day -> new SheetPeriod(kind, day)).toList();
        var exact = counts.of(periods);
        return IntStream.range(0, periods.size())
                .boxed()
                .collect(toMap(
                        index -> periods.get(index).from(),
                        index -> exact.get(index).cells()));
    }
}

package uk.alongside.conversations.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
     * Returns the cells of one period as they are counted now, in the order of {@code SheetLayout}.
     *
     * @param from the first day of the period
     */
    public List<Integer> exact(Sheet kind, LocalDate from) {
        return counts.of(new SheetPeriod(kind, from)).cells();
    }
}

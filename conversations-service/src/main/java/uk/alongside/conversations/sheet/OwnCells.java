package uk.alongside.conversations.sheet;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/** The cells of this council without noise. They are shown to its own leads and never leave it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OwnCells {

    private final FactCounts counts;

    OwnCells(FactCounts counts) {
        this.counts = counts;
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

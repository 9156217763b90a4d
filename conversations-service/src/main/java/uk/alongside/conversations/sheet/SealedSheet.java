package uk.alongside.conversations.sheet;

import java.time.Instant;
import java.util.List;

/**
 * A sheet as it leaves the council: each cell is the count and its noise together.
 *
 * @param sealedAt when it was sealed, or adopted after a backup was restored
 */
record SealedSheet(SheetKey key, List<Integer> cells, Instant sealedAt) {

    SealedSheet {
        cells = List.copyOf(cells);
    }

    /** Leaves the cells out, because records are written to logs. */
    @Override
    public String toString() {
        return "SealedSheet[" + key + "]";
    }
}

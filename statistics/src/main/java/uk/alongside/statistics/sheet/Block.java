package uk.alongside.statistics.sheet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cells that stand side by side on a sheet: those of one fact, of everybody or of one group.
 *
 * @param group a group of the split, or null for everybody
 * @param first the position of its first cell on the sheet, from 0
 */
public record Block(Fact fact, @Nullable Group group, int first) {

    /** A group of a breakdown. */
    public record Group(Split split, String name) {}

    /** Returns the position of one of its cells on the sheet, or nothing if the fact has no such cell. */
    public Optional<Integer> position(String cell) {
        var index = fact.cells().indexOf(cell);
        return index < 0 ? Optional.empty() : Optional.of(first + index);
    }
}

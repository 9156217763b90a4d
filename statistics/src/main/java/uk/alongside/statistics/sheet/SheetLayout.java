package uk.alongside.statistics.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.alongside.statistics.privacy.DiscreteGaussian;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Block.Group;

/**
 * The cells of a sheet, in order. A sheet is a list of whole numbers, one for each cell.
 *
 * @param sigma standard deviation of the noise on each cell
 * @param cells how many numbers a sheet has
 */
public record SheetLayout(Sheet sheet, int sigma, List<Block> blocks, int cells) {

    /** The version of the specification that these layouts and {@link Rate} describe. */
    public static final int SPECIFICATION = 1;

    private static final List<Fact> QUARTERLY = List.of(
            Fact.WAIT,
            Fact.FIRST_BOOKING,
            Fact.ARRIVAL,
            Fact.OUTCOME,
            Fact.NEXT_STEP,
            Fact.CONNECTION_OFFERED,
            Fact.LISTENED_TO,
            Fact.IMPORTANT_DISCUSSED,
            Fact.KNOWS_NEXT,
            Fact.ASKED_AGAIN);
    private static final List<Fact> YEARLY =
            List.of(Fact.CONNECTION_TAKEN_UP, Fact.SATISFIED, Fact.WORTHWHILE, Fact.HAPPY, Fact.ANXIOUS, Fact.LONELY);
    private static final List<Fact> BROKEN_DOWN = List.of(
            Fact.WAIT, Fact.FIRST_BOOKING, Fact.OUTCOME, Fact.CONNECTION_OFFERED, Fact.SATISFIED, Fact.LISTENED_TO);

    public SheetLayout {
        blocks = List.copyOf(blocks);
    }

    /** Returns the layout of a kind of sheet. */
    public static SheetLayout of(Sheet sheet) {
        return switch (sheet) {
            case QUARTER -> whole(sheet, QUARTERLY);
            case YEAR -> whole(sheet, YEARLY);
            case BREAKDOWNS -> brokenDown();
        };
    }

    /** Returns the block of a fact for everybody, or nothing if this sheet has none. */
    public Optional<Block> block(Fact fact) {
        return blocks.stream()
                .filter(block -> block.fact() == fact && block.group() == null)
                .findFirst();
    }

    /** Returns a source of noise for the cells of this sheet. Make one for each sheet. */
    public DiscreteGaussian noise() {
        return sheet == Sheet.BREAKDOWNS ? DiscreteGaussian.forBreakdowns() : DiscreteGaussian.forFacts();
    }

    private static SheetLayout whole(Sheet sheet, List<Fact> facts) {
        var blocks = new ArrayList<Block>();
        var first = 0;
        for (var fact : facts) {
            blocks.add(new Block(fact, null, first));
            first += fact.cells().size();
        }
        return new SheetLayout(sheet, 6, blocks, first);
    }

    private static SheetLayout brokenDown() {
        var blocks = new ArrayList<Block>();
        var first = 0;
        for (var fact : BROKEN_DOWN) {
            for (var split : Split.values()) {
                for (var group : split.groups()) {
                    blocks.add(new Block(fact, new Group(split, group), first));
                    first += fact.cells().size();
                }
            }
        }
        return new SheetLayout(Sheet.BREAKDOWNS, 8, blocks, first);
    }
}

package uk.alongside.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import uk.alongside.statistics.distribution.NormalDistribution;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Blur;
import uk.alongside.statistics.sheet.SheetLayout;

class MadeUpChanceTest {

    private static final int MANY = 100_000;

    @Test
    void theSameSeedAndPlaceGiveTheSameCounts() {
        var one = MadeUpCouncil.of(80, 0.2, MadeUpChance.of(3))
                .counts(Sheet.QUARTER, MadeUpChance.of(3).at(1, 2));
        var again = MadeUpCouncil.of(80, 0.2, MadeUpChance.of(3))
                .counts(Sheet.QUARTER, MadeUpChance.of(3).at(1, 2));
        var other = MadeUpCouncil.of(80, 0.2, MadeUpChance.of(3))
                .counts(Sheet.QUARTER, MadeUpChance.of(3).at(2, 1));

        assertThat(again).isEqualTo(one).isNotEqualTo(other);
    }

    /** The chance that 33 noises are the same twice is far below one in a million. */
    @Test
    void theNoiseOverTheSameCountsDiffers() {
        var layout = SheetLayout.of(Sheet.QUARTER);
        var counts = MadeUpCouncil.of(80, 0.2, MadeUpChance.of(3)).counts(Sheet.QUARTER, MadeUpChance.of(3));

        assertThat(Blur.draw(layout).over(counts))
                .isNotEqualTo(Blur.draw(layout).over(counts));
    }

    /** The numbers are always the same, so this cannot fail by chance. */
    @Test
    void normalNumbersAreAsOftenBelowALimitAsTheyShouldBe() {
        var chance = MadeUpChance.of(1);
        var numbers = DoubleStream.generate(chance::normal).limit(MANY).toArray();

        for (var limit : new double[] {-2, -1, 0, 1, 2}) {
            var below =
                    DoubleStream.of(numbers).filter(number -> number < limit).count();
            assertThat((double) below / MANY)
                    .isBetween(
                            NormalDistribution.cumulative(limit) - 0.006, NormalDistribution.cumulative(limit) + 0.006);
        }
    }

    @Test
    void peopleAreInEachCellAsOftenAsTheirShare() {
        var shares = new double[] {0.5, 0.3, 0.2};
        var people = MadeUpChance.of(2).people(MANY, shares);

        for (var cell = 0; cell < shares.length; cell++) {
            assertThat((double) people[cell] / MANY).isBetween(shares[cell] - 0.006, shares[cell] + 0.006);
        }
    }

    @Test
    void countsHaveTheFormOfEachSheet() {
        for (var kind : Sheet.values()) {
            assertThat(MadeUpCouncil.of(80, 0.2, MadeUpChance.of(4)).counts(kind, MadeUpChance.of(5)))
                    .hasSize(SheetLayout.of(kind).cells())
                    .allMatch(people -> people >= 0);
        }
    }
}

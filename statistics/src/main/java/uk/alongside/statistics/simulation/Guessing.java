package uk.alongside.statistics.simulation;

import java.util.ArrayList;
import java.util.List;
import uk.alongside.statistics.privacy.PrivacyLoss;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Blur;
import uk.alongside.statistics.sheet.SheetLayout;

/**
 * An attacker who knows every other resident of a council guesses from its sealed sheets whether one resident is in them.
 * The guess is the best that there is: by the likelihood of the noise in both cases.
 *
 * @param guesses how many councils were attacked, in half of which the resident is in every fact
 * @param right the share of right guesses; 0.5 is a coin
 * @param bound the largest share that the noise allows on average
 */
public record Guessing(int guesses, double right, double bound) {

    /** Returns three standard errors of the share of right guesses. */
    public double threeErrors() {
        return 3 * Math.sqrt(bound * (1 - bound) / guesses);
    }

    public boolean isWithinBound() {
        return right <= bound + threeErrors();
    }

    /** Attacks the sheets of many councils. The sheets of one council are guessed from together. */
    public static Guessing of(List<Sheet> sheets, int guesses, MadeUpChance chance) {
        var right = 0;
        for (var guess = 0; guess < guesses; guess++) {
            var council = MadeUpCouncil.of(80, 0.2, chance.at(guess));
            var isIn = guess % 2 == 0;
            right += isIn == seemsIn(sheets, council, isIn, chance.at(guess, 1)) ? 1 : 0;
        }
        var rho = sheets.stream().mapToDouble(Sheet::rho).sum();
        return new Guessing(guesses, (double) right / guesses, PrivacyLoss.largestCorrectGuess(rho));
    }

    private static boolean seemsIn(List<Sheet> sheets, MadeUpCouncil council, boolean isIn, MadeUpChance chance) {
        var evidence = 0.0;
        for (var kind : sheets) {
            var layout = SheetLayout.of(kind);
            var others = council.counts(kind, chance);
            var target = target(layout);
            var exact = new ArrayList<>(others);
            if (isIn) {
                target.forEach(cell -> exact.set(cell, exact.get(cell) + 1));
            }
            var sealed = Blur.draw(layout).over(exact);
            for (var cell : target) {
                // The logarithm of the ratio of the two likelihoods of this much noise.
                evidence += (sealed.get(cell) - others.get(cell) - 0.5) / (layout.sigma() * layout.sigma());
            }
        }
        return evidence > 0;
    }

    /** Returns the cells of a resident who is in every fact: one of each fact, and one of each fact and split. */
    private static List<Integer> target(SheetLayout layout) {
        return layout.blocks().stream()
                .filter(block -> block.group() == null
                        || block.group()
                                .split()
                                .groups()
                                .getFirst()
                                .equals(block.group().name()))
                .map(block -> block.first())
                .toList();
    }
}

package uk.alongside.statistics.simulation;

/**
 * How well an attacker guesses from rounded counts whether a resident is in them. The attacker knows every other resident
 * exactly, and the resident would be in ten counts. A count that rounds otherwise with one resident more gives the answer
 * away.
 *
 * @param certain the share of attacks in which the attacker knows for certain, from 0 to 1
 * @param right the share of right guesses; 0.5 is a coin
 */
public record RoundedCounts(int attacks, double certain, double right) {

    private static final int COUNTS = 10;
    private static final int LARGEST = 300;

    /** Attacks counts that are rounded to the nearest multiple, such as 5, or to the middle of bands of 6. */
    public static RoundedCounts toMultiplesOf(int multiple, int attacks, MadeUpChance chance) {
        var certain = 0;
        var right = 0;
        for (var attack = 0; attack < attacks; attack++) {
            var own = chance.at(multiple, attack);
            var isCertain = false;
            for (var count = 0; count < COUNTS; count++) {
                var others = (int) (own.uniform() * LARGEST);
                isCertain |= band(others, multiple) != band(others + 1, multiple);
            }
            certain += isCertain ? 1 : 0;
            right += isCertain || own.uniform() < 0.5 ? 1 : 0;
        }
        return new RoundedCounts(attacks, (double) certain / attacks, (double) right / attacks);
    }

    private static int band(int count, int multiple) {
        return (count + multiple / 2) / multiple;
    }
}

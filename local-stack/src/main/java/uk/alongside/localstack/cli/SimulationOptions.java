package uk.alongside.localstack.cli;

import java.util.List;
import uk.alongside.localstack.machine.LocalStackException;

/** The options of {@code ./alongside simulate}. */
record SimulationOptions(int councils, int quarters, long seed) {

    private static final int MOST_COUNCILS = 400;
    private static final int MOST_QUARTERS = 40;
    private static final int LARGEST_SEED = 999_999_999;

    static SimulationOptions parse(List<String> words) {
        var options = new SimulationOptions(20, 12, 1);
        for (int i = 0; i < words.size(); i += 2) {
            var value = i + 1 < words.size() ? words.get(i + 1) : "";
            options = switch (words.get(i)) {
                case "--councils" ->
                    new SimulationOptions(number("--councils", value, MOST_COUNCILS), options.quarters, options.seed);
                case "--quarters" ->
                    new SimulationOptions(options.councils, number("--quarters", value, MOST_QUARTERS), options.seed);
                case "--seed" ->
                    new SimulationOptions(options.councils, options.quarters, number("--seed", value, LARGEST_SEED));
                default ->
                    throw new LocalStackException("./alongside simulate has no option " + words.get(i)
                            + ". It has --councils N, --quarters Q and --seed S.");
            };
        }
        return options;
    }

    private static int number(String option, String value, int most) {
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        throw new LocalStackException(option + " needs a whole number from 1 to " + most + ".");
    }
}

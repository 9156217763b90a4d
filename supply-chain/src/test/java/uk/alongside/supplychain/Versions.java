package uk.alongside.supplychain;

import java.math.BigInteger;
import java.util.Comparator;
import org.apache.maven.artifact.versioning.ComparableVersion;
import uk.alongside.supplychain.Library.Ecosystem;

/** Compares versions as each ecosystem does: Maven by its own rules, npm by Semantic Versioning 2. */
final class Versions {

    private Versions() {}

    static Comparator<String> of(Ecosystem ecosystem) {
        return switch (ecosystem) {
            case MAVEN -> Comparator.comparing(ComparableVersion::new);
            case NPM -> Versions::semantic;
        };
    }

    private static int semantic(String one, String other) {
        var first = split(one);
        var second = split(other);
        int numbers = identifiers(first[0], second[0]);
        if (numbers != 0) {
            return numbers;
        }
        if (first[1].isEmpty() || second[1].isEmpty()) {
            // A version without a pre-release comes after every pre-release of it.
            return Boolean.compare(first[1].isEmpty(), second[1].isEmpty());
        }
        return identifiers(first[1], second[1]);
    }

    /** Returns the numbers and the pre-release. What follows a plus sign does not count. */
    private static String[] split(String version) {
        var plain = version.replaceFirst("^v", "").replaceFirst("\\+.*", "");
        int dash = plain.indexOf('-');
        return dash < 0 ? new String[] {plain, ""} : new String[] {plain.substring(0, dash), plain.substring(dash + 1)};
    }

    private static int identifiers(String one, String other) {
        var first = one.split("\\.", -1);
        var second = other.split("\\.", -1);
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int compared = identifier(first[i], second[i]);
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(first.length, second.length);
    }

    private static int identifier(String one, String other) {
        boolean oneIsNumber = one.matches("\\d+");
        boolean otherIsNumber = other.matches("\\d+");
        if (oneIsNumber && otherIsNumber) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        return oneIsNumber == otherIsNumber ? one.compareTo(other) : oneIsNumber ? -1 : 1;
    }
}

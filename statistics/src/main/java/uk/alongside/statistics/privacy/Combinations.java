package uk.alongside.statistics.privacy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * All combinations of released sums that are left after some columns had to vanish: a basis of a linear space, in
 * whole numbers without rounding.
 */
final class Combinations {

    private final List<List<BigInteger>> basis;

    private Combinations(List<List<BigInteger>> basis) {
        this.basis = basis;
    }

    /** Returns all combinations of a number of sums. */
    static Combinations all(int sums) {
        var basis = new ArrayList<List<BigInteger>>();
        for (var i = 0; i < sums; i++) {
            var unit = new ArrayList<BigInteger>();
            for (var j = 0; j < sums; j++) {
                unit.add(i == j ? BigInteger.ONE : BigInteger.ZERO);
            }
            basis.add(unit);
        }
        return new Combinations(basis);
    }

    int dimension() {
        return basis.size();
    }

    /** Returns what each combination of the basis makes of a column. */
    List<BigInteger> of(List<BigInteger> column) {
        return basis.stream().map(combination -> dot(combination, column)).toList();
    }

    /** Returns whether every combination makes 0 of a column. */
    boolean cancel(List<BigInteger> column) {
        return basis.stream().allMatch(combination -> dot(combination, column).signum() == 0);
    }

    /** Returns the combinations that make 0 of a column. */
    Combinations cancelling(List<BigInteger> column) {
        var values = of(column);
        var pivot = 0;
        while (pivot < values.size() && values.get(pivot).signum() == 0) {
            pivot++;
        }
        if (pivot == values.size()) {
            return this;
        }
        var left = new ArrayList<List<BigInteger>>();
        for (var i = 0; i < basis.size(); i++) {
            if (i != pivot) {
                left.add(primitive(difference(basis.get(i), values.get(pivot), basis.get(pivot), values.get(i))));
            }
        }
        return new Combinations(left);
    }

    /** Returns a vector divided by its greatest common divisor, with its first number that is not 0 above 0. */
    static List<BigInteger> primitive(List<BigInteger> vector) {
        var divisor = vector.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        var first = vector.stream().filter(number -> number.signum() != 0).findFirst();
        if (first.isEmpty()) {
            return vector;
        }
        var signed = first.get().signum() < 0 ? divisor.negate() : divisor;
        return vector.stream().map(number -> number.divide(signed)).toList();
    }

    private static List<BigInteger> difference(
            List<BigInteger> a, BigInteger timesA, List<BigInteger> b, BigInteger timesB) {
        var result = new ArrayList<BigInteger>(a.size());
        for (var i = 0; i < a.size(); i++) {
            result.add(a.get(i).multiply(timesA).subtract(b.get(i).multiply(timesB)));
        }
        return result;
    }

    private static BigInteger dot(List<BigInteger> a, List<BigInteger> b) {
        var sum = BigInteger.ZERO;
        for (var i = 0; i < a.size(); i++) {
            if (a.get(i).signum() != 0 && b.get(i).signum() != 0) {
                sum = sum.add(a.get(i).multiply(b.get(i)));
            }
        }
        return sum;
    }
}

package uk.alongside.helm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates the part of Prometheus's language that the chart's alerts use: series chosen by labels, {@code rate}, {@code
 * sum}, {@code max} and {@code min} by labels, one division, one comparison with a number, {@code absent} and {@code or}. It is no
 * replacement for Prometheus: it has no time between two samples, and a rate is the change between them.
 */
final class Expression {

    /** A series: its name and labels, its value now, and its value at the beginning of any range. */
    record Series(String name, Map<String, String> labels, double before, double now) {}

    private static final Pattern AGGREGATE = Pattern.compile("(sum|max|min) by \\(([a-z, ]+)\\) \\(");
    private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)\\{([^}]*)}(?:\\[\\d+m])?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)(=~|=)\"([^\"]*)\"");
    private static final Pattern COMPARISON = Pattern.compile(" (>|<|==) ");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final String text;
    private final List<Series> series;
    private int at;

    private Expression(String text, List<Series> series) {
        this.text = text.replaceAll("\\s+", " ").strip();
        this.series = series;
    }

    /** Returns true if an alert with this expression fires, that is, if the expression has any result. */
    static boolean fires(String text, List<Series> series) {
        var expression = new Expression(text, series);
        var result = expression.any();
        if (expression.at < expression.text.length()) {
            throw new IllegalArgumentException("not understood: " + expression.text.substring(expression.at));
        }
        return !result.isEmpty();
    }

    private Map<Map<String, String>, Double> any() {
        var result = new LinkedHashMap<>(comparison());
        while (takes(" or ")) {
            result.putAll(comparison());
        }
        return result;
    }

    private Map<Map<String, String>, Double> comparison() {
        if (takes("absent(")) {
            var inner = comparison();
            expect(")");
            return inner.isEmpty() ? Map.of(Map.of(), 1.0) : Map.of();
        }
        var left = operand();
        if (takes(" / ")) {
            left = joined(left, operand(), (a, b) -> a / b);
        }
        var comparison = take(COMPARISON).group(1);
        double limit = Double.parseDouble(take(NUMBER).group());
        left.values().removeIf(value -> switch (comparison) {
            case ">" -> !(value > limit);
            case "<" -> !(value < limit);
            default -> value != limit;
        });
        return left;
    }

    private static Map<Map<String, String>, Double> joined(
            Map<Map<String, String>, Double> left,
            Map<Map<String, String>, Double> right,
            DoubleBinaryOperator operator) {
        var result = new LinkedHashMap<Map<String, String>, Double>();
        left.forEach((labels, value) -> {
            var other = right.get(labels);
            if (other != null) {
                result.put(labels, operator.applyAsDouble(value, other));
            }
        });
        return result;
    }

    private Map<Map<String, String>, Double> operand() {
        var aggregate = AGGREGATE.matcher(text).region(at, text.length());
        if (!aggregate.lookingAt()) {
            return selected();
        }
        at = aggregate.end();
        var by = List.of(aggregate.group(2).split(", ?"));
        BinaryOperator<Double> how = switch (aggregate.group(1)) {
            case "sum" -> Double::sum;
            case "max" -> Double::max;
            default -> Double::min;
        };
        var result = new LinkedHashMap<Map<String, String>, Double>();
        selected().forEach((labels, value) -> {
            var kept = new TreeMap<>(labels);
            kept.keySet().retainAll(by);
            result.merge(kept, value, how);
        });
        expect(")");
        return result;
    }

    private Map<Map<String, String>, Double> selected() {
        boolean rate = takes("rate(");
        var selector = take(SELECTOR);
        var conditions = LABEL.matcher(selector.group(2)).results().toList();
        var result = new LinkedHashMap<Map<String, String>, Double>();
        for (var one : series) {
            boolean chosen = one.name().equals(selector.group(1))
                    && conditions.stream().allMatch(condition -> {
                        var value = one.labels().getOrDefault(condition.group(1), "");
                        return condition.group(2).equals("=")
                                ? value.equals(condition.group(3))
                                : value.matches(condition.group(3));
                    });
            if (chosen) {
                result.put(one.labels(), rate ? one.now() - one.before() : one.now());
            }
        }
        if (rate) {
            expect(")");
        }
        return result;
    }

    private boolean takes(String words) {
        if (!text.startsWith(words, at)) {
            return false;
        }
        at += words.length();
        return true;
    }

    private void expect(String words) {
        if (!takes(words)) {
            throw new IllegalArgumentException("expected " + words + " at " + text.substring(at));
        }
    }

    private Matcher take(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("expected " + pattern + " at " + text.substring(at));
        }
        at = matcher.end();
        return matcher;
    }
}

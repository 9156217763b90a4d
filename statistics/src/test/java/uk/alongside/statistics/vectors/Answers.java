package uk.alongside.statistics.vectors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.alongside.statistics.interval.Interval;

/** Reads inputs and writes answers in the form of the files. */
final class Answers {

    private Answers() {}

    static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    static int[] ints(JsonNode array) {
        return array.valueStream().mapToInt(JsonNode::intValue).toArray();
    }

    static LongStream longs(JsonNode array) {
        return array.valueStream().mapToLong(JsonNode::longValue);
    }

    static IntStream places(JsonNode array) {
        return IntStream.range(0, array.size());
    }

    static @Nullable Double nullable(JsonNode number) {
        return number.isNumber() ? number.doubleValue() : null;
    }

    /** Returns null for what a method does not define. */
    static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    static Map<String, @Nullable Object> fields() {
        return new LinkedHashMap<>();
    }

    static Map<String, @Nullable Object> interval(Interval interval) {
        var fields = fields();
        fields.put("lower", interval.lower());
        fields.put("upper", interval.upper());
        return fields;
    }
}

package uk.alongside.conversations.clientleveldata;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.alongside.conversations.clientleveldata.Field.Result;
import uk.alongside.conversations.clientleveldata.Field.Use;
import uk.alongside.conversations.clientleveldata.Submission.Line;

/** How many lines have each result in a field. A field that does not apply is not counted. */
record FieldCheck(Field field, Map<Result, Long> counts) {

    static FieldCheck of(Field field, List<Line> lines) {
        return new FieldCheck(
                field,
                field.use() == Use.NOT_APPLICABLE
                        ? Map.of()
                        : lines.stream()
                                .collect(groupingBy(field::check, () -> new EnumMap<>(Result.class), counting())));
    }

    long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }
}

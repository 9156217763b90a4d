package uk.alongside.conversations.clientleveldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.stream.Stream;
import uk.alongside.conversations.clientleveldata.Submission.Line;
import uk.alongside.foundation.text.TextKind;

/** Writes a submission as a CSV file. Days are written as in ISO 8601. */
final class ExtractFile {

    private ExtractFile() {}

    static byte[] of(Submission submission) {
        return Stream.concat(
                        Stream.of(row(Arrays.stream(Field.values()).map(Field::column))),
                        submission.lines().stream().map(ExtractFile::row))
                .collect(joining())
                .getBytes(UTF_8);
    }

    private static String row(Line line) {
        return row(Arrays.stream(Field.values()).map(field -> field.in(line)));
    }

    private static String row(Stream<String> cells) {
        return cells.map(ExtractFile::cell).collect(joining(",", "", "\r\n"));
    }

    /** Puts an apostrophe before a text that a spreadsheet would run as a formula. */
    private static String cell(String text) {
        var safe = TextKind.looksLikeFormula(text) ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}

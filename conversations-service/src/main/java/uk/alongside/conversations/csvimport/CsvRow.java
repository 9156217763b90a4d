package uk.alongside.conversations.csvimport;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.TextKind;

/** One row of a file. */
public final class CsvRow {

    private static final int LONGEST_SHOWN = 60;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private final int number;
    private final Map<String, Integer> columns;
    private final CsvRecord line;
    private final RemarkTexts texts;
    private final List<Remark> errors;
    private final List<Remark> remarks;
    private final int errorsBefore;

    CsvRow(
            int number,
            Map<String, Integer> columns,
            CsvRecord line,
            RemarkTexts texts,
            List<Remark> errors,
            List<Remark> remarks) {
        this.number = number;
        this.columns = columns;
        this.line = line;
        this.texts = texts;
        this.errors = errors;
        this.remarks = remarks;
        this.errorsBefore = errors.size();
    }

    public int number() {
        return number;
    }

    /** Returns whether the file has this column. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Returns whether the row has an error. */
    public boolean isWrong() {
        return errors.size() > errorsBefore;
    }

    boolean hasCellForEachColumn() {
        int widest = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        if (line.getFieldCount() < widest
                || line.getFields().stream().skip(widest).anyMatch(cell -> !CsvFile.isBlank(cell))) {
            error(null, "cells", line.getFieldCount(), widest);
            return false;
        }
        return true;
    }

    /** Reads a cell that people will read, and may open in a spreadsheet again. */
    public String words(String column, int longest) {
        var text = cell(column, TextKind.LINE);
        if (TextKind.looksLikeFormula(text)) {
            error(column, "formula");
        } else if (!TextKind.LINE.accepts(text)) {
            error(column, "unprintable");
        }
        if (text.length() > longest) {
            error(column, "too-long", longest);
        }
        return text;
    }

    /** Returns the tidied text of a cell, which is empty for a column that the file does not have. */
    public String cell(String column, TextKind kind) {
        var index = columns.get(column);
        return index == null ? "" : kind.tidy(line.getField(index));
    }

    /** Rejects the file, because of a cell or of the whole row. */
    public void error(@Nullable String column, String text, Object... values) {
        errors.add(new Remark(number, column, shown(column), texts.text(text, values)));
    }

    /** Remarks that what a cell says is left out. */
    public void remark(String column, String text) {
        remarks.add(new Remark(number, column, shown(column), texts.text(text)));
    }

    /** Returns what the cell says, on one line and shortened, so that its author recognises it. */
    private @Nullable String shown(@Nullable String column) {
        var index = column == null ? null : columns.get(column);
        if (index == null) {
            return null;
        }
        var text = CONTROLS.matcher(TextKind.LINE.tidy(line.getField(index))).replaceAll("\uFFFD");
        var length = text.codePointCount(0, text.length());
        return length <= LONGEST_SHOWN
                ? orNull(text)
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    /** Returns the text, or null if it is empty. */
    public static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

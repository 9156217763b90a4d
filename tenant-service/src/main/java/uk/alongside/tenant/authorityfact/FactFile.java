package uk.alongside.tenant.authorityfact;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.tenant.authorityfact.FactImportRefusal.TooLarge;
import uk.alongside.tenant.authorityfact.FactReport.Remark;

/**
 * A file of facts, read as a whole. One error rejects all of it. Rows are numbered as a spreadsheet shows them, and the
 * header is row 1.
 */
final class FactFile {

    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;

    private static final String MEASURE = "measure";
    private static final String CODE = "code";
    private static final String VALUE = "value";
    private static final String AS_OF = "as_of";
    private static final String SOURCE = "source";
    private static final List<String> COLUMNS = List.of(MEASURE, CODE, VALUE, AS_OF, SOURCE);

    private static final int LONGEST_MEASURE = 60;
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_SHOWN = 60;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}(\\.\\d{1,6})?");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));

    private final LocalDate today;
    private final Set<String> codes;
    private final List<AuthorityFact> facts = new ArrayList<>();
    private final List<Remark> errors = new ArrayList<>();
    private final Map<AuthorityFact.Key, Integer> rowsByKey = new HashMap<>();
    private int lines;

    private FactFile(LocalDate today, Set<String> codes) {
        this.today = today;
        this.codes = codes;
    }

    /** Reads the bytes that a caller sends, or rejects a file that is too large. */
    static byte[] bytes(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge().refused();
        }
        return bytes;
    }

    /**
     * Reads a file, and rejects one of too many rows before the rest is read.
     *
     * @param codes those of the register
     */
    static FactFile read(byte[] bytes, LocalDate today, Set<String> codes) {
        var file = new FactFile(today, codes);
        file.decode(bytes).ifPresent(file::readRecords);
        return file;
    }

    /** Returns an empty file with the columns, which Excel opens as UTF-8. */
    static byte[] template() {
        return ("\uFEFF" + String.join(",", COLUMNS) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    List<AuthorityFact> facts() {
        return facts;
    }

    List<Remark> errors() {
        return errors;
    }

    /** Returns the number of rows, without the header and without empty ones. */
    int lines() {
        return lines;
    }

    /** Rejects the file because of a fact of it. */
    void reject(AuthorityFact fact, String message) {
        errors.add(new Remark(
                rowsByKey.getOrDefault(fact.key(), 1), VALUE, fact.value().toPlainString(), message));
    }

    private Optional<String> decode(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            }
        } catch (CharacterCodingException _) {
            // the code below reports this
        }
        error(1, "The file is not saved as UTF-8 text. In Excel choose Save As, then ‘CSV UTF-8 (Comma delimited)’.");
        return Optional.empty();
    }

    private void readRecords(String text) {
        var header = text.lines().findFirst().orElse("");
        var separator = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
        var row = 0;
        Map<String, Integer> columns = Map.of();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (var line : reader) {
                row++;
                if (row == 1) {
                    columns = header(line);
                    if (!errors.isEmpty()) {
                        return;
                    }
                } else if (!isBlank(line)) {
                    lines++;
                    if (lines > MOST_ROWS) {
                        throw new TooLarge().refused();
                    }
                    new Row(row, columns, line).read();
                }
            }
        } catch (CsvParseException _) {
            error(row + 1, "This row cannot be read. Check that each quotation mark has one to close it.");
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines == 0) {
            error(1, row == 0 ? "The file is empty." : "The file has a header but no rows.");
        }
    }

    private Map<String, Integer> header(CsvRecord line) {
        var found = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < line.getFieldCount(); i++) {
            var name = TextKind.CODE.tidy(line.getField(i)).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && found.putIfAbsent(name, i) != null) {
                error(1, "The column " + name + " is there twice. Remove one of them.");
            }
        }
        COLUMNS.stream()
                .filter(column -> !found.containsKey(column))
                .forEach(column -> error(1, "The file must have a column " + column + "."));
        return found;
    }

    private static boolean isBlank(CsvRecord line) {
        return line.getFields().stream()
                .allMatch(cell -> TextKind.LINE.tidy(cell).isEmpty());
    }

    private void error(int row, String message) {
        errors.add(new Remark(row, null, null, message));
    }

    /** One row while it is read. */
    private final class Row {

        private final int number;
        private final Map<String, Integer> columns;
        private final CsvRecord line;
        private final int errorsBefore = errors.size();

        Row(int number, Map<String, Integer> columns, CsvRecord line) {
            this.number = number;
            this.columns = columns;
            this.line = line;
        }

        void read() {
            var widest =
                    columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
            if (line.getFieldCount() < widest
                    || line.getFields().stream().skip(widest).anyMatch(cell -> !cell.isBlank())) {
                error(
                        number,
                        "This row has " + line.getFieldCount() + " cells, but the header has " + widest
                                + ". Check for a missing comma or quotation mark.");
                return;
            }
            var measure = measure();
            var code = code();
            var value = value(measure);
            var asOf = asOf();
            var source = words(SOURCE, LONGEST_SOURCE, "Enter where the number was published.");
            if (errors.size() > errorsBefore || value == null || asOf == null) {
                return;
            }
            var fact = new AuthorityFact(measure, code, asOf, value, source);
            var before = rowsByKey.putIfAbsent(fact.key(), number);
            if (before == null) {
                facts.add(fact);
            } else {
                wrong(CODE, "This is the same measure, authority and day as in row " + before + ". Keep one of them.");
            }
        }

        private String measure() {
            var measure = words(MEASURE, LONGEST_MEASURE, "Enter the name of the measure, such as population.");
            var plain = measure.toLowerCase(Locale.ROOT);
            if (plain.equals(AuthorityFact.DENSITY)) {
                wrong(MEASURE, "Density follows from population and area. Load these.");
            }
            return plain.equals(AuthorityFact.POPULATION) || plain.equals(AuthorityFact.AREA) ? plain : measure;
        }

        private String code() {
            var code = TextKind.CODE.tidy(cell(CODE)).toUpperCase(Locale.ROOT);
            if (!codes.contains(code)) {
                wrong(CODE, "No local authority of the register has this code. Use its present code, like E06000034.");
            }
            return code;
        }

        private @Nullable BigDecimal value(String measure) {
            var typed = TextKind.LINE.tidy(cell(VALUE));
            var text = THOUSANDS.matcher(typed).matches() ? typed.replace(",", "") : typed;
            if (!NUMBER.matcher(text).matches() || new BigDecimal(text).abs().compareTo(MOST) > 0) {
                wrong(VALUE, "Enter a number with at most six decimals and without a unit, like 176877 or 21.4.");
                return null;
            }
            var value = new BigDecimal(text);
            var isSize = measure.equals(AuthorityFact.POPULATION) || measure.equals(AuthorityFact.AREA);
            if (isSize && (value.stripTrailingZeros().scale() > 0 || value.signum() <= 0)) {
                wrong(VALUE, "Population and area are whole numbers from 1 on: people and square kilometres.");
            }
            return value;
        }

        private @Nullable LocalDate asOf() {
            var text = TextKind.CODE.tidy(cell(AS_OF));
            for (var form : DAYS) {
                try {
                    var day = LocalDate.parse(text, form);
                    if (!day.isAfter(today) && day.getYear() > 1900) {
                        return day;
                    }
                } catch (DateTimeParseException _) {
                    // the next form may fit
                }
            }
            wrong(
                    AS_OF,
                    "Enter the day that the number describes, like 30/06/2024 or 2024-06-30, not later than today.");
            return null;
        }

        private String words(String column, int longest, String missing) {
            var text = TextKind.LINE.tidy(cell(column));
            if (text.isEmpty()) {
                wrong(column, missing);
            } else if (TextKind.looksLikeFormula(text)) {
                wrong(column, "A cell must not start with =, +, - or @: a spreadsheet would run it as a formula.");
            } else if (!TextKind.LINE.accepts(text)) {
                wrong(column, "This cell has characters that cannot be printed. Type it again.");
            } else if (text.length() > longest) {
                wrong(column, "This cell must be " + longest + " characters or fewer.");
            }
            return text;
        }

        private String cell(String column) {
            return line.getField(columns.getOrDefault(column, 0));
        }

        private void wrong(String column, String message) {
            var text = TextKind.LINE.tidy(cell(column)).replaceAll("\\p{Cntrl}", "\uFFFD");
            var shown = text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
            errors.add(new Remark(number, column, shown.isEmpty() ? null : shown, message));
        }
    }
}

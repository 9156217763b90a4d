package uk.alongside.conversations.csvimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.csvimport.ImportRefusal.TooLarge;
import uk.alongside.foundation.text.TextKind;

/**
 * A spreadsheet, read as a whole.
 *
 * <p>An error rejects the whole file; a remark only leaves out what could not be read. Rows are numbered as a
 * spreadsheet shows them, and the header is row 1.
 */
public final class CsvFile {

    public static final int MOST_BYTES = 10 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;

    private static final Pattern BYTE_ORDER_MARKS = Pattern.compile("^\uFEFF+");
    private static final Pattern NAMED_SEPARATOR = Pattern.compile("^\"?sep=([,;\\t])\"?\\R");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final RemarkTexts texts;
    private final Columns columns;
    private final List<Remark> errors = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private int rows;

    private CsvFile(RemarkTexts texts, Columns columns) {
        this.texts = texts;
        this.columns = columns;
    }

    /** Reads the bytes that a caller sends, or rejects a file that is too large. */
    public static byte[] bytes(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge().refused();
        }
        return bytes;
    }

    /** Reads a file, and rejects one of more than {@value #MOST_ROWS} rows before the rest is read. */
    public static CsvFile read(byte[] bytes, RemarkTexts texts, Columns columns) {
        var file = new CsvFile(texts, columns);
        file.decode(bytes).ifPresent(file::readRecords);
        return file;
    }

    /** Returns an empty file with these columns, which Excel opens as UTF-8. */
    public static byte[] template(Stream<String> columns) {
        return ("\uFEFF" + String.join(",", columns.toList()) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    public List<Remark> errors() {
        return errors;
    }

    public List<Remark> remarks() {
        return remarks;
    }

    public int rows() {
        return rows;
    }

    private Optional<String> decode(byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        try {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            var text = decoder.decode(input).toString();
            if (text.indexOf('\0') < 0) {
                return Optional.of(BYTE_ORDER_MARKS.matcher(text).replaceFirst(""));
            }
        } catch (CharacterCodingException _) {
            // the code below reports this, with the row at which reading stopped
        }
        int row = 1;
        for (int i = 0; i < input.position() && i < bytes.length; i++) {
            row += bytes[i] == '\n' ? 1 : 0;
        }
        error(row, null, "not-utf-8");
        return Optional.empty();
    }

    /** Reads the rows. The line that names the separator is not counted, because a spreadsheet does not show it. */
    private void readRecords(String file) {
        var named = NAMED_SEPARATOR.matcher(file);
        boolean isNamed = named.find();
        var text = isNamed ? file.substring(named.end()) : file;
        char separator = isNamed ? named.group(1).charAt(0) : separator(text);
        int row = 0;
        Map<String, Integer> names = Map.of();
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
                    names = header(line);
                    if (!errors.isEmpty()) {
                        return;
                    }
                } else if (!isBlank(line)) {
                    rows++;
                    if (rows > MOST_ROWS) {
                        throw new TooLarge().refused();
                    }
                    read(row, names, line);
                }
            }
        } catch (CsvParseException _) {
            error(row + 1, null, "unreadable");
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows == 0) {
            error(1, null, row == 0 ? "empty" : "no-rows");
        }
    }

    private void error(int row, @Nullable String column, String text, Object... values) {
        errors.add(new Remark(row, column, null, texts.text(text, values)));
    }

    private void read(int number, Map<String, Integer> names, CsvRecord line) {
        var row = new CsvRow(number, names, line, texts, errors, remarks);
        if (row.hasCellForEachColumn()) {
            columns.read(row);
        }
    }

    /** Returns the separator with which the first line has a column for the name. */
    private char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .filter(separator -> Arrays.stream(header.split(Pattern.quote(separator.toString()), -1))
                        .map(CsvFile::column)
                        .anyMatch(columns.name()::equals))
                .findFirst()
                .orElse(',');
    }

    private static String column(String typed) {
        return TextKind.CODE.tidy(typed.replace("\"", "")).toLowerCase(Locale.ROOT);
    }

    private Map<String, Integer> header(CsvRecord line) {
        var names = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < line.getFieldCount(); i++) {
            var name = column(line.getField(i));
            if (!name.isEmpty() && names.putIfAbsent(name, i) != null) {
                error(1, name, "column-twice", name);
            }
        }
        for (var needed : columns.needed()) {
            if (needed.stream().noneMatch(names::containsKey)) {
                error(1, needed.getFirst(), "column-missing", needed.getFirst());
            }
        }
        return names;
    }

    private static boolean isBlank(CsvRecord line) {
        return line.getFields().stream().allMatch(CsvFile::isBlank);
    }

    static boolean isBlank(String cell) {
        return TextKind.LINE.tidy(cell).isEmpty();
    }
}

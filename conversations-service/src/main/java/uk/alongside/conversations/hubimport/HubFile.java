package uk.alongside.conversations.hubimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubDetails;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.Opening;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.conversations.venue.Postcode;
import uk.alongside.foundation.text.TextKind;

/**
 * A spreadsheet of venues, read as a whole.
 *
 * <p>An error rejects the whole file; a remark only leaves out what could not be read. Rows are numbered as a
 * spreadsheet shows them, and the header is row 1.
 */
public final class HubFile {

    public static final int MOST_BYTES = 10 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;

    private static final String NAME = "venue_name";
    private static final String POSTCODE = "postcode";
    private static final String UPRN = "uprn";
    private static final String CO_LOCATED = "co_located_with";
    private static final String WEBSITE = "url";
    private static final List<String> ADDRESS = List.of("address_1", "address_2", "address_3");
    private static final int LONGEST = 200;
    private static final int LONGEST_SHOWN = 60;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final Pattern UPRN_FORM = Pattern.compile("[0-9]{1,12}");
    private static final Pattern BYTE_ORDER_MARKS = Pattern.compile("^\uFEFF+");
    private static final Pattern NAMED_SEPARATOR = Pattern.compile("^\"?sep=([,;\\t])\"?\\R");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final RemarkTexts texts;
    private final List<Venue> venues = new ArrayList<>();
    private final List<Remark> errors = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<HubDetails.Key, Integer> rowOf = new HashMap<>();
    private int rows;

    /** A remark about a cell, about a row (no column) or about the file (row 1). */
    @Schema(name = "HubImportRemark")
    public record Remark(
            int row,
            @Nullable String column,

            @Schema(description = "What the cell says, shortened; absent for a remark that is not about one cell")
            @Nullable
            String value,

            String message) {}

    /** A row: the details of a venue, and what the row says about its access. */
    record Venue(HubDetails details, Map<AccessFeature, Boolean> access) {

        /** Returns the details that the hub has after the import. What the row does not say stays as it is. */
        HubDetails over(@Nullable HubDetails before) {
            var features = EnumSet.noneOf(AccessFeature.class);
            if (before != null) {
                features.addAll(before.accessFeatures());
            }
            access.forEach((feature, is) -> {
                if (is) {
                    features.add(feature);
                } else {
                    features.remove(feature);
                }
            });
            return details.withAccess(features);
        }
    }

    /** Thrown for a file of more than {@value #MOST_ROWS} rows, so that the rest is not read. */
    static final class TooManyRows extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private HubFile(RemarkTexts texts) {
        this.texts = texts;
    }

    /** Returns an empty file with every column that an import reads, which Excel opens as UTF-8. */
    static String template() {
        var columns = Stream.of(
                        Stream.of(NAME),
                        ADDRESS.stream(),
                        Stream.of(POSTCODE, UPRN, CO_LOCATED, WEBSITE),
                        Arrays.stream(DayOfWeek.values()).map(HubFile::column),
                        Arrays.stream(AccessFeature.values()).map(HubFile::column))
                .flatMap(Function.identity());
        return "\uFEFF" + columns.collect(Collectors.joining(",")) + "\r\n";
    }

    static HubFile read(byte[] bytes, RemarkTexts texts) {
        var file = new HubFile(texts);
        file.decode(bytes).ifPresent(file::readRecords);
        return file;
    }

    List<Venue> venues() {
        return venues;
    }

    List<Remark> errors() {
        return errors;
    }

    List<Remark> remarks() {
        return remarks;
    }

    int rows() {
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
                    rows++;
                    if (rows > MOST_ROWS) {
                        throw new TooManyRows();
                    }
                    new Row(row, columns, line).read();
                }
            }
        } catch (CsvParseException _) {
            error(row + 1, null, "unreadable");
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows == 0) {
            error(1, null, row == 0 ? "empty" : "no-venues");
        }
    }

    private void error(int row, @Nullable String column, String text, Object... values) {
        errors.add(new Remark(row, column, null, texts.text(text, values)));
    }

    /** Returns the separator with which the first line has a column for the name. */
    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .filter(separator -> Arrays.stream(header.split(Pattern.quote(separator.toString()), -1))
                        .map(HubFile::column)
                        .anyMatch(NAME::equals))
                .findFirst()
                .orElse(',');
    }

    private static String column(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static String column(AccessFeature feature) {
        return feature.name().toLowerCase(Locale.ROOT);
    }

    private static String column(String typed) {
        return TextKind.CODE.tidy(typed.replace("\"", "")).toLowerCase(Locale.ROOT);
    }

    private Map<String, Integer> header(CsvRecord line) {
        var columns = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < line.getFieldCount(); i++) {
            var name = column(line.getField(i));
            if (!name.isEmpty() && columns.putIfAbsent(name, i) != null) {
                error(1, name, "column-twice", name);
            }
        }
        for (var needed : List.of(NAME, POSTCODE)) {
            if (!columns.containsKey(needed)) {
                error(1, needed, "column-missing", needed);
            }
        }
        if (ADDRESS.stream().noneMatch(columns::containsKey)) {
            error(1, ADDRESS.getFirst(), "address-column-missing", ADDRESS.getFirst());
        }
        return columns;
    }

    private static boolean isBlank(CsvRecord line) {
        return line.getFields().stream().allMatch(HubFile::isBlank);
    }

    private static boolean isBlank(String cell) {
        return TextKind.LINE.tidy(cell).isEmpty();
    }

    /** One row of the file, which describes one venue. */
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
            int widest =
                    columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
            if (line.getFieldCount() < widest
                    || line.getFields().stream().skip(widest).anyMatch(cell -> !isBlank(cell))) {
                error(null, "cells", line.getFieldCount(), widest);
                return;
            }
            var name = words(NAME);
            if (name.isEmpty() && errors.size() == errorsBefore) {
                error(NAME, "name");
            }
            var postcode = postcode();
            var address = ADDRESS.stream()
                    .map(this::words)
                    .filter(text -> !text.isEmpty())
                    .toList();
            var coLocatedWith = words(CO_LOCATED);
            var uprn = uprn();
            var website = website();
            var hours = openingHours();
            var access = access();
            if (errors.size() > errorsBefore) {
                return;
            }
            var hub = new HubDetails(name, address, postcode, uprn, orNull(coLocatedWith), website, hours, List.of());
            var other = rowOf.putIfAbsent(hub.key(), number);
            if (other == null) {
                venues.add(new Venue(hub, access));
            } else {
                error(NAME, "same-venue", other);
            }
        }

        private String postcode() {
            var postcode = Postcode.read(cell(POSTCODE, TextKind.CODE)).orElse("");
            if (postcode.isEmpty()) {
                error(POSTCODE, "postcode");
            }
            return postcode;
        }

        private @Nullable String uprn() {
            var uprn = cell(UPRN, TextKind.CODE);
            if (!uprn.isEmpty() && !UPRN_FORM.matcher(uprn).matches()) {
                error(UPRN, "uprn");
            }
            return orNull(uprn);
        }

        private @Nullable String website() {
            var website = cell(WEBSITE, TextKind.WEB_ADDRESS);
            if (website.isEmpty()) {
                return null;
            }
            boolean usable = HubDetails.isWebsite(website) && website.length() <= HubDetails.LONGEST_WEBSITE;
            if (!usable) {
                remark(WEBSITE, "website");
            }
            return usable ? website : null;
        }

        private OpeningHours openingHours() {
            var openings = Arrays.stream(DayOfWeek.values()).flatMap(day -> {
                var column = column(day);
                var text = cell(column, TextKind.LINE);
                var parsed = text.isEmpty() ? Optional.of(List.<Opening>of()) : OpeningHours.parse(day, text);
                if (parsed.isEmpty()) {
                    remark(column, "hours");
                }
                return parsed.map(List::stream).orElse(Stream.empty());
            });
            return new OpeningHours(openings.toList());
        }

        private Map<AccessFeature, Boolean> access() {
            var access = new EnumMap<AccessFeature, Boolean>(AccessFeature.class);
            for (var feature : AccessFeature.values()) {
                var column = column(feature);
                switch (cell(column, TextKind.CODE).toLowerCase(Locale.ROOT)) {
                    case "" -> {}
                    case "yes" -> access.put(feature, true);
                    case "no" -> access.put(feature, false);
                    default -> error(column, "yes-or-no");
                }
            }
            return access;
        }

        /** Reads a cell that people will read, and may open in a spreadsheet again. */
        private String words(String column) {
            var text = cell(column, TextKind.LINE);
            if (TextKind.looksLikeFormula(text)) {
                error(column, "formula");
            } else if (!TextKind.LINE.accepts(text)) {
                error(column, "unprintable");
            }
            if (text.length() > LONGEST) {
                error(column, "too-long", LONGEST);
            }
            return text;
        }

        private String cell(String column, TextKind kind) {
            var index = columns.get(column);
            return index == null ? "" : kind.tidy(line.getField(index));
        }

        private void error(@Nullable String column, String text, Object... values) {
            errors.add(new Remark(number, column, shown(column), texts.text(text, values)));
        }

        private void remark(String column, String text) {
            remarks.add(new Remark(number, column, shown(column), texts.text(text)));
        }

        /** Returns what the cell says, on one line and shortened, so that its author recognises it. */
        private @Nullable String shown(@Nullable String column) {
            var index = column == null ? null : columns.get(column);
            if (index == null) {
                return null;
            }
            var text =
                    CONTROLS.matcher(TextKind.LINE.tidy(line.getField(index))).replaceAll("\uFFFD");
            var length = text.codePointCount(0, text.length());
            return length <= LONGEST_SHOWN
                    ? orNull(text)
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}

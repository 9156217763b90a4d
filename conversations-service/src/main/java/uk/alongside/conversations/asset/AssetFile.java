package uk.alongside.conversations.asset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.csvimport.Columns;
import uk.alongside.conversations.csvimport.CsvFile;
import uk.alongside.conversations.csvimport.CsvRow;
import uk.alongside.conversations.csvimport.RemarkTexts;
import uk.alongside.conversations.hub.HubDetails;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.foundation.text.TextKey;
import uk.alongside.foundation.text.TextKind;

/** A spreadsheet of community assets. */
public final class AssetFile {

    private static final String NAME = "name";
    private static final String OFFERS = "offers";
    private static final String PLACE = "place";
    private static final String TELEPHONE = "telephone";
    private static final String EMAIL = "email";
    private static final String WEBSITE = "website";
    private static final String HUB = "hub";
    private static final String CHECKED = "last_checked";

    private static final List<String> ALL = List.of(NAME, OFFERS, PLACE, TELEPHONE, EMAIL, WEBSITE, HUB, CHECKED);

    private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT));

    private final CsvFile file;
    private final List<Row> rows;

    private AssetFile(CsvFile file, List<Row> rows) {
        this.file = file;
        this.rows = rows;
    }

    /** A row: the details of an asset, and the columns that the file has. */
    record Row(AssetDetails details, Set<String> columns) {

        /** Returns the details that the asset has after the import. A column that the file does not have changes nothing. */
        AssetDetails over(@Nullable AssetDetails before) {
            if (before == null) {
                return details;
            }
            return new AssetDetails(
                    details.name(),
                    said(OFFERS, AssetDetails::offers, before),
                    said(PLACE, AssetDetails::place, before),
                    said(TELEPHONE, AssetDetails::telephone, before),
                    said(EMAIL, AssetDetails::email, before),
                    said(WEBSITE, AssetDetails::website, before),
                    said(HUB, AssetDetails::hubId, before),
                    said(CHECKED, AssetDetails::checkedOn, before));
        }

        private <T> @Nullable T said(String column, Function<AssetDetails, @Nullable T> detail, AssetDetails before) {
            return detail.apply(columns.contains(column) ? details : before);
        }
    }

    /** Returns an empty file with every column that an import reads. */
    static byte[] template() {
        return CsvFile.template(ALL.stream());
    }

    /**
     * Reads a file.
     *
     * @param today the last day on which an asset can have been checked
     * @param hubs the hubs by the keys of those names that only one of them has
     */
    public static AssetFile read(byte[] bytes, RemarkTexts texts, LocalDate today, Map<String, HubId> hubs) {
        var rows = new Rows(today, hubs);
        return new AssetFile(CsvFile.read(bytes, texts, rows), rows.read);
    }

    public CsvFile file() {
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    /** Reads each row as one asset. */
    private static final class Rows implements Columns {

        private final LocalDate today;
        private final Map<String, HubId> hubs;
        private final List<Row> read = new ArrayList<>();
        private final Map<String, Integer> rowOf = new HashMap<>();

        Rows(LocalDate today, Map<String, HubId> hubs) {
            this.today = today;
            this.hubs = hubs;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public List<List<String>> needed() {
            return List.of(List.of(NAME));
        }

        @Override
        public void read(CsvRow row) {
            var name = row.words(NAME, AssetDetails.LONGEST_NAME);
            if (name.isEmpty() && !row.isWrong()) {
                row.error(NAME, "asset-name");
            }
            var details = new AssetDetails(
                    name,
                    CsvRow.orNull(row.words(OFFERS, AssetDetails.LONGEST_OFFERS)),
                    CsvRow.orNull(row.words(PLACE, AssetDetails.LONGEST_PLACE)),
                    telephone(row),
                    usable(
                            row,
                            EMAIL,
                            TextKind.EMAIL,
                            AssetDetails.LONGEST_EMAIL,
                            text -> EMAIL_FORM.matcher(text).matches()),
                    usable(row, WEBSITE, TextKind.WEB_ADDRESS, AssetDetails.LONGEST_WEBSITE, HubDetails::isWebsite),
                    found(row, HUB, "hub", text -> Optional.ofNullable(hubs.get(TextKey.of(text)))),
                    found(row, CHECKED, "day", this::day));
            if (row.isWrong()) {
                return;
            }
            var other = rowOf.putIfAbsent(details.key(), row.number());
            if (other == null) {
                read.add(new Row(details, ALL.stream().filter(row::has).collect(Collectors.toSet())));
            } else {
                row.error(NAME, "same-asset", other);
            }
        }

        /** Reads a telephone number as people read it. Unlike other texts, it may begin with a plus sign. */
        private static @Nullable String telephone(CsvRow row) {
            var text = row.cell(TELEPHONE, TextKind.LINE);
            if (!TextKind.LINE.accepts(text)) {
                row.error(TELEPHONE, "unprintable");
            }
            if (text.length() > AssetDetails.LONGEST_TELEPHONE) {
                row.error(TELEPHONE, "too-long", AssetDetails.LONGEST_TELEPHONE);
            }
            return CsvRow.orNull(text);
        }

        private static @Nullable String usable(
                CsvRow row, String column, TextKind kind, int longest, Predicate<String> isUsable) {
            var text = row.cell(column, kind);
            return found(
                    row,
                    column,
                    column,
                    _ -> Optional.of(text).filter(isUsable).filter(usable -> usable.length() <= longest));
        }

        /** Reads what a cell names, and leaves out what is not found. */
        private static <T> @Nullable T found(
                CsvRow row, String column, String remark, Function<String, Optional<T>> read) {
            var text = row.cell(column, TextKind.LINE);
            if (text.isEmpty()) {
                return null;
            }
            var found = read.apply(text);
            if (found.isEmpty()) {
                row.remark(column, remark);
            }
            return found.orElse(null);
        }

        private Optional<LocalDate> day(String text) {
            return DAYS.stream()
                    .flatMap(form -> parsed(text, form))
                    .filter(day -> !day.isAfter(today))
                    .findFirst();
        }

        private static Stream<LocalDate> parsed(String text, DateTimeFormatter form) {
            try {
                return Stream.of(LocalDate.parse(text, form));
            } catch (DateTimeException _) {
                return Stream.empty();
            }
        }
    }
}

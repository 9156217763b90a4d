package uk.alongside.conversations.hubimport;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.csvimport.Columns;
import uk.alongside.conversations.csvimport.CsvFile;
import uk.alongside.conversations.csvimport.CsvRow;
import uk.alongside.conversations.csvimport.Remark;
import uk.alongside.conversations.csvimport.RemarkTexts;
import uk.alongside.conversations.hub.HubDetails;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.Opening;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.conversations.venue.Postcode;
import uk.alongside.foundation.text.TextKind;

/** A spreadsheet of venues. */
public final class HubFile {

    private static final String NAME = "venue_name";
    private static final String POSTCODE = "postcode";
    private static final String UPRN = "uprn";
    private static final String CO_LOCATED = "co_located_with";
    private static final String WEBSITE = "url";
    private static final List<String> ADDRESS = List.of("address_1", "address_2", "address_3");
    private static final int LONGEST = 200;

    private static final Pattern UPRN_FORM = Pattern.compile("[0-9]{1,12}");

    private final CsvFile file;
    private final List<Venue> venues;

    private HubFile(CsvFile file, List<Venue> venues) {
        this.file = file;
        this.venues = venues;
    }

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

    /** Returns an empty file with every column that an import reads. */
    static byte[] template() {
        var columns = Stream.of(
                        Stream.of(NAME),
                        ADDRESS.stream(),
                        Stream.of(POSTCODE, UPRN, CO_LOCATED, WEBSITE),
                        Arrays.stream(DayOfWeek.values()).map(HubFile::column),
                        Arrays.stream(AccessFeature.values()).map(HubFile::column))
                .flatMap(Function.identity());
        return CsvFile.template(columns);
    }

    public static HubFile read(byte[] bytes, RemarkTexts texts) {
        var rows = new Venues();
        return new HubFile(CsvFile.read(bytes, texts, rows), rows.venues);
    }

    CsvFile file() {
        return file;
    }

    List<Venue> venues() {
        return venues;
    }

    public List<Remark> errors() {
        return file.errors();
    }

    public List<Remark> remarks() {
        return file.remarks();
    }

    private static String column(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static String column(AccessFeature feature) {
        return feature.name().toLowerCase(Locale.ROOT);
    }

    /** Reads each row as one venue. */
    private static final class Venues implements Columns {

        private final List<Venue> venues = new ArrayList<>();
        private final Map<HubDetails.Key, Integer> rowOf = new HashMap<>();

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public List<List<String>> needed() {
            return List.of(List.of(NAME), List.of(POSTCODE), ADDRESS);
        }

        @Override
        public void read(CsvRow row) {
            var name = row.words(NAME, LONGEST);
            if (name.isEmpty() && !row.isWrong()) {
                row.error(NAME, "name");
            }
            var postcode = postcode(row);
            var address = ADDRESS.stream()
                    .map(column -> row.words(column, LONGEST))
                    .filter(text -> !text.isEmpty())
                    .toList();
            var coLocatedWith = row.words(CO_LOCATED, LONGEST);
            var uprn = uprn(row);
            var website = website(row);
            var hours = openingHours(row);
            var access = access(row);
            if (row.isWrong()) {
                return;
            }
            var hub = new HubDetails(
                    name, address, postcode, uprn, CsvRow.orNull(coLocatedWith), website, hours, List.of());
            var other = rowOf.putIfAbsent(hub.key(), row.number());
            if (other == null) {
                venues.add(new Venue(hub, access));
            } else {
                row.error(NAME, "same-venue", other);
            }
        }
    }

    private static String postcode(CsvRow row) {
        var postcode = Postcode.read(row.cell(POSTCODE, TextKind.CODE)).orElse("");
        if (postcode.isEmpty()) {
            row.error(POSTCODE, "postcode");
        }
        return postcode;
    }

    private static @Nullable String uprn(CsvRow row) {
        var uprn = row.cell(UPRN, TextKind.CODE);
        if (!uprn.isEmpty() && !UPRN_FORM.matcher(uprn).matches()) {
            row.error(UPRN, "uprn");
        }
        return CsvRow.orNull(uprn);
    }

    private static @Nullable String website(CsvRow row) {
        var website = row.cell(WEBSITE, TextKind.WEB_ADDRESS);
        if (website.isEmpty()) {
            return null;
        }
        boolean usable = HubDetails.isWebsite(website) && website.length() <= HubDetails.LONGEST_WEBSITE;
        if (!usable) {
            row.remark(WEBSITE, "website");
        }
        return usable ? website : null;
    }

    private static OpeningHours openingHours(CsvRow row) {
        var openings = Arrays.stream(DayOfWeek.values()).flatMap(day -> {
            var column = column(day);
            var text = row.cell(column, TextKind.LINE);
            var parsed = text.isEmpty() ? Optional.of(List.<Opening>of()) : OpeningHours.parse(day, text);
            if (parsed.isEmpty()) {
                row.remark(column, "hours");
            }
            return parsed.map(List::stream).orElse(Stream.empty());
        });
        return new OpeningHours(openings.toList());
    }

    private static Map<AccessFeature, Boolean> access(CsvRow row) {
        var access = new EnumMap<AccessFeature, Boolean>(AccessFeature.class);
        for (var feature : AccessFeature.values()) {
            var column = column(feature);
            switch (row.cell(column, TextKind.CODE).toLowerCase(Locale.ROOT)) {
                case "" -> {}
                case "yes" -> access.put(feature, true);
                case "no" -> access.put(feature, false);
                default -> row.error(column, "yes-or-no");
            }
        }
        return access;
    }
}

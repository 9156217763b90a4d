package uk.alongside.localstack.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import uk.alongside.localstack.machine.StateFolder;
import uk.alongside.statistics.privacy.YearLedger;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Blur;
import uk.alongside.statistics.sheet.SheetLayout;
import uk.alongside.statistics.simulation.MadeUpChance;
import uk.alongside.statistics.simulation.MadeUpCouncil;

/**
 * The sheets of the invented councils with which the demonstration is compared, in a file for tenant-service
 * (docs/adr/0061). Twenty councils begin three years before the first load, twelve more a year later.
 *
 * <p>The counts are made up and come from the name of the council. The noise is drawn once for each sheet, as a council
 * draws it: a sheet that is in the file stays. The file also has the sheets of the year ahead, which tenant-service takes
 * when their day comes.
 */
public final class MadeUpPeers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Integer>> NUMBERS = new TypeReference<>() {};

    /** The most that one year may cost in rho, as for every council. */
    private static final double CAP = 0.88;

    private static final int QUARTERS_BEFORE = 12;
    private static final int QUARTERS_AHEAD = 4;
    private static final int QUARTERS_TO_JOIN = 4;
    private static final int MONTHS = 3;
    private static final int DAYS_TO_SEAL = 42;
    private static final double SPREAD = 0.22;
    private static final String FIRST = "first";

    private MadeUpPeers() {}

    /** A peer, with the first day of its first quarter. */
    private record Peer(String name, String authority, int population, LocalDate from) {

        UUID id() {
            return UUID.nameUUIDFromBytes(("demonstration peer " + name).getBytes(StandardCharsets.UTF_8));
        }

        MadeUpChance chance() {
            return MadeUpChance.of(id().getMostSignificantBits());
        }

        MadeUpCouncil council() {
            var people = (int) Math.round(
                    population / 1000.0 * (0.75 + 0.5 * chance().at(1).uniform()));
            return MadeUpCouncil.of(people, SPREAD, chance());
        }
    }

    /** A sheet of a peer. */
    private record Key(UUID council, Sheet kind, LocalDate from) {}

    /** Writes the file. Sheets that are in it stay as they are. */
    public static void write(Path file, LocalDate today) {
        var before = read(file);
        var first = before == null
                ? quarter(today).minusMonths(MONTHS * QUARTERS_BEFORE)
                : LocalDate.parse(before.path(FIRST).asString());
        var until = quarter(today).plusMonths(MONTHS * QUARTERS_AHEAD);
        var kept = before == null ? Map.<Key, List<Integer>>of() : sheets(before);
        var whole = JSON.createObjectNode().put(FIRST, first.toString());
        var names = Demonstration.read("peers");
        var peers = peers(names, first);
        writeSizes(whole.putArray("sizes"), names);
        var councils = whole.putArray("councils");
        for (var peer : peers) {
            var council = councils.addObject().put("id", peer.id().toString()).put("authority", peer.authority());
            writeSheets(council.putArray("sheets"), peer, until, kept);
        }
        StateFolder.write(file, whole.toString());
    }

    /** Returns how many quarters of the file are released by a day. */
    public static int released(Path file, LocalDate today) {
        var whole = read(file);
        if (whole == null) {
            return 0;
        }
        return (int) Stream.iterate(
                        LocalDate.parse(whole.path(FIRST).asString()),
                        from -> !from.plusMonths(MONTHS).plusDays(DAYS_TO_SEAL).isAfter(today),
                        from -> from.plusMonths(MONTHS))
                .count();
    }

    private static List<Peer> peers(JsonNode names, LocalDate first) {
        var peers = new ArrayList<Peer>();
        for (var name : names.path("fromTheStart")) {
            peers.add(peer(name, peers.size(), first));
        }
        for (var name : names.path("joinedAfterAYear")) {
            peers.add(peer(name, peers.size(), first.plusMonths(MONTHS * QUARTERS_TO_JOIN)));
        }
        return peers;
    }

    private static Peer peer(JsonNode name, int number, LocalDate from) {
        return new Peer(
                name.path("name").asString(),
                code(number + 1),
                name.path("population").asInt(),
                from);
    }

    /** Returns an invented code. It begins with D, as no code of a local authority does. */
    private static String code(int number) {
        return "D%08d".formatted(number);
    }

    private static void writeSizes(ArrayNode sizes, JsonNode names) {
        for (var group : List.of("fromTheStart", "joinedAfterAYear", "demonstration")) {
            for (var council : names.path(group)) {
                var size = sizes.addObject()
                        .put("authority", code(sizes.size()))
                        .put("population", council.path("population").asInt())
                        .put("area", council.path("area").asInt());
                if (council.has("alias")) {
                    size.set("alias", council.path("alias"));
                }
            }
        }
    }

    private static void writeSheets(ArrayNode sheets, Peer peer, LocalDate until, Map<Key, List<Integer>> kept) {
        var ledgers = new HashMap<LocalDate, YearLedger>();
        var council = peer.council();
        for (var key : keys(peer, until)) {
            var ledger = ledgers.getOrDefault(year(key.from()), YearLedger.empty(CAP))
                    .seal(key.kind())
                    .orElseThrow();
            ledgers.put(year(key.from()), ledger);
            var cells = kept.containsKey(key) ? kept.get(key) : seal(council, peer, key);
            var sheet = sheets.addObject()
                    .put("kind", key.kind().name())
                    .put("from", key.from().toString())
                    .put("specification", SheetLayout.SPECIFICATION)
                    .put("version", 1);
            sheet.set("cells", JSON.valueToTree(cells));
        }
    }

    /** Draws all noise of the sheet first, then counts, as a council does. */
    private static List<Integer> seal(MadeUpCouncil council, Peer peer, Key key) {
        var blur = Blur.draw(SheetLayout.of(key.kind()));
        return blur.over(council.counts(
                key.kind(),
                peer.chance().at(2, key.kind().name().hashCode(), key.from().toEpochDay())));
    }

    /** Returns the sheets of a peer, the earliest period first. The sheets about a year come with its last quarter. */
    private static List<Key> keys(Peer peer, LocalDate until) {
        var keys = new ArrayList<Key>();
        for (var from = peer.from(); from.isBefore(until); from = from.plusMonths(MONTHS)) {
            keys.add(new Key(peer.id(), Sheet.QUARTER, from));
            if (from.getMonth() == Month.JANUARY) {
                keys.add(new Key(peer.id(), Sheet.YEAR, year(from)));
                keys.add(new Key(peer.id(), Sheet.BREAKDOWNS, year(from)));
            }
        }
        keys.sort(Comparator.comparing(Key::from).thenComparing(Key::kind));
        return keys;
    }

    private static LocalDate quarter(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }

    private static LocalDate year(LocalDate day) {
        return day.minusMonths(MONTHS).withDayOfYear(1).withMonth(Month.APRIL.getValue());
    }

    private static Map<Key, List<Integer>> sheets(JsonNode whole) {
        var sheets = new HashMap<Key, List<Integer>>();
        for (var council : whole.path("councils")) {
            for (var sheet : council.path("sheets")) {
                sheets.put(
                        new Key(
                                UUID.fromString(council.path("id").asString()),
                                Sheet.valueOf(sheet.path("kind").asString()),
                                LocalDate.parse(sheet.path("from").asString())),
                        JSON.convertValue(sheet.path("cells"), NUMBERS));
            }
        }
        return sheets;
    }

    private static @Nullable JsonNode read(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(Files.readString(file)) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

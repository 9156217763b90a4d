package uk.alongside.localstack.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

class MadeUpPeersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @TempDir
    private Path folder;

    @Test
    void areTwentyOverThreeYearsAndTwelveThatJoinedLater() throws IOException {
        var whole = written(TODAY);

        var first = new HashMap<String, Integer>();
        whole.path("councils")
                .forEach(council ->
                        first.merge(council.path("sheets").path(0).path("from").asString(), 1, Integer::sum));
        // The sheet about the whole year in which a council began is counted whole.
        assertThat(first).isEqualTo(Map.of("2023-04-01", 20, "2024-04-01", 12));
        assertThat(MadeUpPeers.released(file(), TODAY)).isEqualTo(12);
    }

    @Test
    void haveSizesOfTheirOwnWhichNoOtherCouncilHas() throws IOException {
        var whole = written(TODAY);

        var codes = new HashSet<String>();
        whole.path("sizes").forEach(size -> {
            assertThat(codes.add(size.path("authority").asString())).isTrue();
            assertThat(size.path("authority").asString()).matches("D[0-9]{8}");
            assertThat(size.path("population").asInt()).isPositive();
            assertThat(size.path("area").asInt()).isPositive();
        });
        assertThat(codes).hasSize(35);
        whole.path("councils")
                .forEach(council ->
                        assertThat(codes).contains(council.path("authority").asString()));
    }

    @Test
    void haveSheetsOfTheSpecification() throws IOException {
        for (var council : written(TODAY).path("councils")) {
            for (var sheet : council.path("sheets")) {
                var kind = Sheet.valueOf(sheet.path("kind").asString());
                assertThat(sheet.path("cells").size())
                        .isEqualTo(SheetLayout.of(kind).cells());
            }
        }
    }

    @Test
    void keepEachSheetAndAddTheSheetsOfLaterQuarters() throws IOException {
        var before = sheets(written(TODAY));

        assertThat(sheets(written(TODAY))).isEqualTo(before);
        var later = sheets(written(TODAY.plusYears(2)));

        assertThat(later).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
        assertThat(MadeUpPeers.released(file(), TODAY.plusYears(2))).isEqualTo(20);
    }

    /** The chance that all noises are the same twice is far below one in a million. */
    @Test
    void drawOtherNoiseInAnotherFile() throws IOException {
        var before = sheets(written(TODAY));
        Files.delete(file());

        assertThat(sheets(written(TODAY))).isNotEqualTo(before);
    }

    private Path file() {
        return folder.resolve("peers.json");
    }

    private JsonNode written(LocalDate today) throws IOException {
        MadeUpPeers.write(file(), today);
        return new JsonMapper().readTree(Files.readString(file()));
    }

    private static Map<String, String> sheets(JsonNode whole) {
        var sheets = new HashMap<String, String>();
        for (var council : whole.path("councils")) {
            for (var sheet : council.path("sheets")) {
                sheets.put(
                        council.path("id").asString()
                                + sheet.path("kind").asString()
                                + sheet.path("from").asString(),
                        sheet.path("cells").toString());
            }
        }
        return sheets;
    }
}

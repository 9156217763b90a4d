package uk.alongside.conversations.hubimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.alongside.conversations.venue.AccessFeature.HEARING_LOOP;
import static uk.alongside.conversations.venue.AccessFeature.PARKING;
import static uk.alongside.conversations.venue.AccessFeature.STEP_FREE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.conversations.InventedLanguage;
import uk.alongside.conversations.csvimport.Remark;
import uk.alongside.conversations.csvimport.RemarkTexts;
import uk.alongside.conversations.hub.HubDetails;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.TextKind;

class HubFileTest {

    private static final RemarkTexts TEXTS =
            new RemarkTexts(InventedLanguage.messages("uk/alongside/conversations/csvimport/remarks"));

    private static final String HEADER = "venue_name,address_1,postcode,mon,uprn,url,co_located_with\n";

    @Test
    void readsAVenue() {
        var file = read(
                HEADER
                        + "Tŷ Hafan Library,\"1 High Street, Larkford\",hx11uj,10:00-17:00,100110786953,https://hafan.example,Café\n");

        assertThat(file.errors()).isEmpty();
        assertThat(file.remarks()).isEmpty();
        assertThat(file.file().rows()).isEqualTo(1);
        var hub = hubs(file).getFirst();
        assertThat(hub.name()).isEqualTo("Tŷ Hafan Library");
        assertThat(hub.address()).containsExactly("1 High Street, Larkford");
        assertThat(hub.postcode()).isEqualTo("HX1 1UJ");
        assertThat(hub.uprn()).isEqualTo("100110786953");
        assertThat(hub.coLocatedWith()).isEqualTo("Café");
        assertThat(hub.website()).isEqualTo("https://hafan.example");
        assertThat(hub.openingHours().openings()).hasSize(1);
    }

    @Test
    void needsOnlyThreeColumnsInAnyOrderAndCase() {
        var file = read("Postcode,Address_1,VENUE_NAME\nHX1 1UJ,,Library\n");

        assertThat(file.errors()).isEmpty();
        assertThat(hubs(file)).extracting(HubDetails::name).containsExactly("Library");
        assertThat(hubs(file).getFirst().address()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\uFEFF\uFEFF", "sep=,\r\n", "\uFEFFsep=,\n", "\"sep=,\"\n"})
    void acceptsWhatOtherProgramsWriteFirst(String beginning) {
        var file = read(beginning + HEADER + row("Library") + row("=1+1"));

        assertThat(hubs(file)).hasSize(1);
        assertThat(file.errors()).extracting(Remark::row).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sep=;\n"})
    void acceptsAnotherSeparator(String beginning) {
        var file = read(beginning + """
                "venue_name";address_1;postcode;mon
                Library;"1 High Street, Larkford";HX1 1UJ;10:00-13:00,14:00-17:00
                """);

        assertThat(file.errors()).isEmpty();
        assertThat(hubs(file).getFirst().address()).containsExactly("1 High Street, Larkford");
        assertThat(hubs(file).getFirst().openingHours().openings()).hasSize(2);
        assertThat(read("venue_name\taddress_1\tpostcode\nLibrary\t1 High Street\tHX1 1UJ\n")
                        .errors())
                .isEmpty();
    }

    @Test
    void readsCellsWithBlanksThatASpreadsheetLeaves() {
        var file = read("""
                \u200bvenue_name,address_1\u00a0,postcode\u00a0,uprn,mon
                \u00a0Library\u200b,1\u00a0High Street,HX1\u00a01UJ,100110786953\u00a0,10:00\u00a0-\u00a017:00
                """);

        assertThat(file.errors()).isEmpty();
        assertThat(file.remarks()).isEmpty();
        var hub = hubs(file).getFirst();
        assertThat(hub.name()).isEqualTo("Library");
        assertThat(hub.address()).containsExactly("1 High Street");
        assertThat(hub.uprn()).isEqualTo("100110786953");
        assertThat(hub.openingHours().openings()).hasSize(1);
    }

    @Test
    void leavesOutHoursThatOverlapAsTheFormRefusesThem() {
        var file = read(HEADER + "Annex,1 High Street,HX1 1UJ,\"10:00-12:00,11:00-13:00\",,,\n");

        assertThat(file.errors()).isEmpty();
        assertThat(hubs(file).getFirst().openingHours().openings()).isEmpty();
        assertThat(file.remarks()).extracting(Remark::column).containsExactly("mon");
    }

    @Test
    void acceptsWindowsLineEndsAndBlankLines() {
        var file = read((HEADER + "\n" + row("Library") + ",,,,,,\n\n").replace("\n", "\r\n"));

        assertThat(file.errors()).isEmpty();
        assertThat(file.file().rows()).isEqualTo(1);
    }

    @Test
    void saysWhichColumnsAreMissing() {
        assertThat(read("name,city\nLibrary,Larkford\n").errors())
                .extracting(Remark::message)
                .containsExactly(
                        "The file must have a column venue_name.",
                        "The file must have a column postcode.",
                        "The file must have a column address_1.");
    }

    @Test
    void saysWhichColumnIsThereTwice() {
        assertThat(read("venue_name,postcode,address_1,Postcode\nLibrary,HX1 1UJ,1 High Street,HX1 1UJ\n")
                        .errors())
                .containsExactly(
                        new Remark(1, "postcode", null, "The column postcode is there twice. Remove one of them."));
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(read("").errors()).containsExactly(new Remark(1, null, null, "The file is empty."));
        assertThat(read(HEADER).errors())
                .containsExactly(new Remark(1, null, null, "The file has a header but no rows."));
    }

    @Test
    void saysWhereARowIsRagged() {
        var errors = read(HEADER + row("Library") + "Short,HX1 1UJ\n"
                        + row("Long").strip() + ",more\n")
                .errors();

        assertThat(errors).extracting(Remark::row).containsExactly(3, 4);
        assertThat(errors.getFirst().message()).startsWith("This row has 2 cells, but the header has 7.");
    }

    @Test
    void saysWhereAQuotationMarkIsNotClosed() {
        assertThat(read(HEADER + row("Library") + "\"Broken,1 High Street,HX1 1UJ,,,,\n")
                        .errors())
                .containsExactly(new Remark(
                        3, null, null, "This row cannot be read. Check that each quotation mark has one to close it."));
    }

    @Test
    void saysWhereTheEncodingIsWrong() {
        var latin = (HEADER + row("Library") + row("Café")).getBytes(ISO_8859_1);

        var errors = HubFile.read(latin, TEXTS).errors();

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().row()).isEqualTo(3);
        assertThat(errors.getFirst().message()).startsWith("The file is not saved as UTF-8 text.");
        assertThat(HubFile.read((HEADER + row("Library")).getBytes(UTF_16), TEXTS)
                        .errors())
                .hasSize(1);
        assertThat(HubFile.read(new byte[] {0, 0, 'a', 0}, TEXTS).errors()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1+1",
                " =1+1",
                "=cmd|' /C calc'!A0",
                "\u00a0=1+1",
                "\u200b=1+1",
                "\uff1d1+1"
            })
    void refusesWhatASpreadsheetWouldRun(String name) {
        var errors = read(HEADER + row("\"" + name + "\"")).errors();

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().column()).isEqualTo("venue_name");
        assertThat(errors.getFirst().message()).startsWith("A cell must not start with =, +, - or @");
    }

    @Test
    void refusesAFormulaInAnAddressToo() {
        assertThat(read(HEADER + "Library,=1+1,HX1 1UJ,,,,\n").errors())
                .extracting(Remark::column)
                .containsExactly("address_1");
    }

    @Test
    void namesTheOtherRowOfADuplicate() {
        var errors = read(HEADER + row("Market  Street Library") + row("Other") + row("market street\u00a0LIBRARY"))
                .errors();

        assertThat(errors)
                .containsExactly(new Remark(
                        4,
                        "venue_name",
                        "market street LIBRARY",
                        "This is the same venue as in row 2: same name and postcode. Keep one of them."));
    }

    @Test
    void saysEveryErrorOfARow() {
        assertThat(read(HEADER + ",1 High Street,HX1,,12x,,\n").errors())
                .extracting(Remark::message)
                .containsExactly(
                        "Enter the name of the venue.",
                        "Enter a full UK postcode, like HX1 1UJ.",
                        "A UPRN (unique property reference number) is a number of up to 12 digits. In Excel, format the column as text.");
    }

    @Test
    void showsWhatTheCellSaysOnOneLineAndShortened() {
        var errors = read(HEADER + row("\"<b>=\nHall\u0007</b>\"") + row("H".repeat(201))
                        + ",1 High Street,HX1,,12x,,\n")
                .errors();

        assertThat(errors)
                .extracting(Remark::value)
                .containsExactly("<b>= Hall\uFFFD</b>", "H".repeat(60) + "…", null, "HX1", "12x");
    }

    @Test
    void readsWhatIsKnownAboutAccess() {
        var file = read("""
                venue_name,address_1,postcode,step_free,Parking,hearing_loop
                Library,1 High Street,HX1 1UJ,Yes,no,
                Hall,1 High Street,HX1 1UJ,ramp,,
                """);

        assertThat(file.venues().getFirst().access()).isEqualTo(Map.of(STEP_FREE, true, PARKING, false));
        assertThat(file.errors())
                .containsExactly(new Remark(3, "step_free", "ramp", "Write yes or no, or leave the cell empty."));
        var library = file.venues().getFirst();
        assertThat(library.over(null).accessFeatures()).containsExactly(STEP_FREE);
        var before = library.details().withAccess(Set.of(PARKING, HEARING_LOOP));
        assertThat(library.over(before).accessFeatures()).containsExactly(STEP_FREE, HEARING_LOOP);
    }

    @Test
    void givesATemplateWithEveryColumnThatAnImportReads() {
        var template = new String(HubFile.template(), UTF_8);

        assertThat(read(template).errors())
                .containsExactly(new Remark(1, null, null, "The file has a header but no rows."));
        assertThat(template)
                .startsWith("\uFEFFvenue_name,")
                .contains("address_3,postcode,uprn,co_located_with,url,mon,", ",sun,step_free,hearing_loop,");
        assertThat(template.strip().split(",")).noneMatch(TextKind::looksLikeFormula);
    }

    @Test
    void leavesOutWhatCannotBeReadAndSaysSo() {
        var file = read(HEADER + "Library,1 High Street,HX1 1UJ,00:00,,www.larkshire.example,\n");

        assertThat(file.errors()).isEmpty();
        assertThat(hubs(file)).hasSize(1);
        assertThat(file.remarks()).extracting(Remark::column).containsExactly("url", "mon");
    }

    @Test
    void refusesWhatIsTooLongOrCannotBePrinted() {
        assertThat(read(HEADER + row("x".repeat(201))).errors())
                .extracting(Remark::message)
                .containsExactly("This cell must be 200 characters or fewer.");
        assertThat(read(HEADER + row("Lib\u0007rary")).errors())
                .extracting(Remark::message)
                .containsExactly("This cell has characters that cannot be printed. Type it again.");
    }

    @Test
    void stopsAfterTwentyThousandRows() {
        var text = HEADER + row("Library").repeat(20_001);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> read(text));
    }

    private static List<HubDetails> hubs(HubFile file) {
        return file.venues().stream().map(HubFile.Venue::details).toList();
    }

    private static HubFile read(String text) {
        return HubFile.read(text.getBytes(UTF_8), TEXTS);
    }

    private static String row(String name) {
        return String.join(",", List.of(name, "1 High Street", "HX1 1UJ", "", "", "", "")) + "\n";
    }
}

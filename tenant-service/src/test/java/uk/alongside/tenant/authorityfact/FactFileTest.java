package uk.alongside.tenant.authorityfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.tenant.authorityfact.FactReport.Remark;

class FactFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final String HEADER = "measure,code,value,as_of,source\n";

    @Test
    void readsAFactOfEachRow() {
        var file = read(HEADER
                + "population,E06000034,178300,2023-06-30,Made up\nDeprivation,e06000001 ,21.4,30/06/2023,Made up\n");

        assertThat(file.errors()).isEmpty();
        assertThat(file.facts())
                .containsExactly(
                        new AuthorityFact(
                                "population",
                                "E06000034",
                                LocalDate.of(2023, 6, 30),
                                new BigDecimal("178300"),
                                "Made up"),
                        new AuthorityFact(
                                "Deprivation",
                                "E06000001",
                                LocalDate.of(2023, 6, 30),
                                new BigDecimal("21.4"),
                                "Made up"));
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        var file = read(
                "\uFEFFSource;AS_OF;Value;Code;Measure;Notes\r\n\"A \"\"quoted\"\" source\";30/06/2023;178,300;E06000034;Population;x\r\n\r\n");

        assertThat(file.errors()).isEmpty();
        assertThat(file.lines()).isOne();
        assertThat(file.facts())
                .containsExactly(new AuthorityFact(
                        "population",
                        "E06000034",
                        LocalDate.of(2023, 6, 30),
                        new BigDecimal("178300"),
                        "A \"quoted\" source"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,E06000034,1,2023-06-30,Made up            | measure | Enter the name of the measure
            =1+1,E06000034,1,2023-06-30,Made up        | measure | a spreadsheet would run it as a formula
            density,E06000034,1,2023-06-30,Made up     | measure | Load these
            population,E99999999,1,2023-06-30,Made up  | code    | No local authority of the register
            population,Thurrock,1,2023-06-30,Made up   | code    | No local authority of the register
            population,E06000034,,2023-06-30,Made up   | value   | Enter a number
            population,E06000034,many,2023-06-30,Made up | value | Enter a number
            population,E06000034,1e3,2023-06-30,Made up | value  | Enter a number
            population,E06000034,1.5,2023-06-30,Made up | value  | whole numbers
            area,E06000034,0,2023-06-30,Made up        | value   | whole numbers
            Rate,E06000034,99999999999,2023-06-30,Made up | value | Enter a number
            population,E06000034,1,2026-12-01,Made up  | as_of   | not later than today
            population,E06000034,1,31/06/2023,Made up  | as_of   | Enter the day
            population,E06000034,1,2023,Made up        | as_of   | Enter the day
            population,E06000034,1,2023-06-30,         | source  | Enter where
            population,E06000034,1,2023-06-30,@SUM(A1) | source  | a spreadsheet would run it as a formula
            """)
    void namesTheCellThatIsWrong(String row, String column, String message) {
        var file = read(HEADER + row + "\n");

        assertThat(file.facts()).isEmpty();
        assertThat(file.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.message()).contains(message);
        });
    }

    @Test
    void rejectsTheSameFactTwiceAndARowWithoutAllCells() {
        var file = read(HEADER
                + "Rate,E06000034,1,2023-06-30,Made up\nRATE,E06000034,2,2023-06-30,Made up\nRate,E06000001,1\n");

        assertThat(file.errors())
                .extracting(Remark::row, Remark::message)
                .containsExactly(
                        tuple(3, "This is the same measure, authority and day as in row 2. Keep one of them."),
                        tuple(
                                4,
                                "This row has 3 cells, but the header has 5. Check for a missing comma or quotation mark."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | must have a column measure
            measure,code,value,as_of            | must have a column source
            measure,measure,code,value,as_of,source | is there twice
            measure,code,value,as_of,source     | no rows
            """)
    void rejectsAFileWithoutTheColumnsOrWithoutRows(String header, String message) {
        assertThat(read(header + "\n").errors())
                .extracting(Remark::message)
                .anySatisfy(each -> assertThat(each).contains(message));
    }

    @Test
    void rejectsAnEmptyFileAndOneThatIsNoText() {
        assertThat(read("").errors()).extracting(Remark::message).containsExactly("The file is empty.");
        assertThat(FactFile.read("Stra\u00dfe".getBytes(StandardCharsets.ISO_8859_1), TODAY, Set.of())
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("not saved as UTF-8"));
        assertThat(read(HEADER + "Rate,E06000034,1,2023-06-30,\"never closed").errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("quotation mark"));
    }

    @Test
    void rejectsMoreRowsThanItReads() {
        var row = "Rate,E06000034,1,2023-06-30,Made up\n";

        assertThat(read(HEADER + row.repeat(FactFile.MOST_ROWS)).lines()).isEqualTo(FactFile.MOST_ROWS);
        assertThatThrownBy(() -> read(HEADER + row.repeat(FactFile.MOST_ROWS + 1)))
                .isInstanceOf(Refused.class);
    }

    private static FactFile read(String text) {
        return FactFile.read(text.getBytes(StandardCharsets.UTF_8), TODAY, Set.of("E06000034", "E06000001"));
    }
}

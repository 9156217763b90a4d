package uk.alongside.conversations.csvimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import uk.alongside.conversations.InventedLanguage;
import uk.alongside.conversations.asset.AssetFile;
import uk.alongside.conversations.hubimport.HubFile;

class RemarkTextsTest {

    private static final String BASENAME = "uk/alongside/conversations/csvimport/remarks";
    private static final RemarkTexts TEXTS = new RemarkTexts(InventedLanguage.messages(BASENAME));
    private static final String HEADER = "venue_name,address_1,postcode,mon,uprn,url,parking\n";

    @BeforeEach
    void inTheInventedLanguage() {
        LocaleContextHolder.setLocale(InventedLanguage.LOCALE);
    }

    @AfterEach
    void inAnyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writesEveryRemarkInTheLanguageOfTheRequest() {
        var files = Stream.of(
                "",
                HEADER,
                "venue_name,venue_name,mon\n",
                HEADER + "\"Hall,1 High Street,HX1 1UJ,,,,\n",
                HEADER + "Hall\n",
                HEADER + ",1 High Street,HX1,,x,,maybe\n",
                HEADER + "Hall,1 High Street,HX1 1UJ,,,,\nHall,1 High Street,HX1 1UJ,,,,\n",
                HEADER + "Hall,1 High Street,HX1 1UJ,always,,hafan.example,\n",
                HEADER + "=Hall,\u0007,HX1 1UJ,,,,\n",
                HEADER + "H".repeat(201) + ",1 High Street,HX1 1UJ,,,,\n");

        var remarks = Stream.concat(files.map(file -> file.getBytes(UTF_8)), Stream.of("Café".getBytes(ISO_8859_1)))
                .map(file -> HubFile.read(file, TEXTS))
                .flatMap(file -> Stream.concat(file.errors().stream(), file.remarks().stream()))
                .collect(Collectors.toCollection(ArrayList::new));

        var assets = AssetFile.read(
                "name,email,hub,last_checked\n,a@b.cd,,\nShed,x,Nowhere,tomorrow\nShed,,,\n".getBytes(UTF_8),
                TEXTS,
                LocalDate.of(2026, 3, 27),
                Map.of());
        remarks.addAll(assets.file().errors());
        remarks.addAll(assets.file().remarks());

        assertThat(remarks)
                .allSatisfy(remark -> assertThat(withoutColumn(remark)).doesNotContainPattern("[A-Za-z]"));
        InventedLanguage.assertThatEveryTextIsIn(
                BASENAME, remarks.stream().map(Remark::message).collect(Collectors.joining("\n")));
    }

    @Test
    void writesTheNumberOfARowAsASpreadsheetDoes() {
        assertThat(TEXTS.text("same-venue", 12_345)).contains("12345");
    }

    private static String withoutColumn(Remark remark) {
        return remark.column() == null ? remark.message() : remark.message().replace(remark.column(), "");
    }
}

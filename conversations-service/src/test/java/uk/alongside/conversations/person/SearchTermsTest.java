package uk.alongside.conversations.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.conversations.identifier.NhsNumber;
import uk.alongside.conversations.identifier.Phone;
import uk.alongside.conversations.namesearch.NameTerms;

class SearchTermsTest {

    private static final SearchTerms GWEN = SearchTerms.of(
            "Gwenllïan Prŷs-Jones",
            "7KQ2MX4P",
            Optional.of(new Phone("07700900123")),
            Optional.of(LocalDate.parse("1948-07-03")),
            NhsNumber.parse("943 476 5919"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gw",
                "GWEN",
                "gwenllian",
                "prys",
                "Prŷs",
                "jones",
                "jones gwen",
                "prysj",
                "gwenllianp",
                "Prys Jones"
            })
    void beginWithPartsOfTheNameInAnyOrder(String typed) {
        assertThat(isFound(GWEN, SearchTerms.query(typed).exact())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gwenlian", "gwenlllian", "gwnellian", "gwenlliam", "jomes", "jnoes", "jons gwenlian"})
    void forgiveASlip(String typed) {
        assertThat(isFound(GWEN, SearchTerms.query(typed).exact())).isFalse();
        assertThat(isFound(GWEN, SearchTerms.query(typed).nearly())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Margaret", "jones margaret", "wenllian", "smith"})
    void doNotMatchSomebodyElse(String typed) {
        var query = SearchTerms.query(typed);

        assertThat(isFound(GWEN, query.exact())).isFalse();
        assertThat(isFound(GWEN, query.nearly())).isEqualTo(typed.equals("wenllian"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700 900123",
                "+44 7700 900123",
                "900123",
                "0123",
                "7700900",
                "07700\u2011900123",
                "\u202a07700 900123\u202c",
                "tel:07700900123",
                "447700900123",
                "07700\u00a0900123"
            })
    void holdAnyEndOfThePhoneNumber(String typed) {
        assertThat(isFound(GWEN, SearchTerms.query(typed).exact())).isTrue();
    }

    @Test
    void holdAReferenceWithoutDigits() {
        assertThat(SearchTerms.query("bcdfghjk").exact()).containsExactly(List.of("r:BCDFGHJK", "n:bcdfghjk"));
    }

    @Test
    void holdTheReferenceHoweverItIsTyped() {
        assertThat(isFound(GWEN, SearchTerms.query("7kq2mx4p").exact())).isTrue();
        assertThat(isFound(GWEN, SearchTerms.query("7KQ2 MX4P").exact())).isTrue();
        assertThat(isFound(GWEN, SearchTerms.query("7KQ2MX4Q").exact())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "O'Brien,obri",
        "O’Brien,o'brien",
        "Łukasz,lukasz",
        "Nguyễn,nguyen",
        "Zoë,zoe",
        "Ŵyn,wy",
        "李小龙,李小",
        "😀👍,😀👍"
    })
    void foldWhatAKeyboardLacks(String name, String typed) {
        var terms = SearchTerms.of(name + " Test", "22222222", Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(isFound(terms, SearchTerms.query(typed).exact())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", " ' ", "--", "%_", "12"})
    void needTwoLettersOrThreeDigits(String typed) {
        assertThat(SearchTerms.query(typed).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/7/1948",
                "03.07.1948",
                "3-7-48",
                "03 07 1948",
                "03071948",
                "1948-07-03",
                "3 July 1948",
                "3rd jul 1948",
                "July 3, 1948",
                "3 Gorffennaf 1948",
                "3 o Orffennaf 1948",
                "gwen 3/7/1948",
                "3/7/1948 prys",
                "jones 1948"
            })
    void holdTheDateOfBirthHoweverItIsTyped(String typed) {
        assertThat(isFound(GWEN, SearchTerms.query(typed).exact())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7/3/1948", "4 July 1948", "tom 3/7/1948", "jones 1949", "31/2/1948"})
    void doNotMatchAnotherDateOfBirth(String typed) {
        assertThat(isFound(GWEN, SearchTerms.query(typed).exact())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "943 476 5919", "943-476-5919", "\u200b943\u2011476\u00a05919"})
    void holdTheWholeNhsNumber(String typed) {
        assertThat(isFound(GWEN, SearchTerms.query(typed).exact())).isTrue();
    }

    @Test
    void doNotHoldPartsOfTheNhsNumber() {
        assertThat(isFound(GWEN, SearchTerms.query("943476591").exact())).isFalse();
        assertThat(isFound(GWEN, SearchTerms.query("9434765918").exact())).isFalse();
    }

    @Test
    void rankTheNearestNameFirst() {
        assertThat(NameTerms.distance("Margaret Ellison", List.of("elli"))).isZero();
        assertThat(NameTerms.distance("Margaret Ellison", List.of("elisson")))
                .isLessThan(NameTerms.distance("Tom Akande", List.of("elisson")));
    }

    private static boolean isFound(SearchTerms terms, List<List<String>> words) {
        return !words.isEmpty()
                && words.stream()
                        .allMatch(beginnings -> beginnings.stream()
                                .anyMatch(beginning ->
                                        terms.terms().stream().anyMatch(term -> term.startsWith(beginning))));
    }
}

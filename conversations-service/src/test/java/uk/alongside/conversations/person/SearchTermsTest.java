package uk.alongside.conversations.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.conversations.namesearch.NameTerms;

class SearchTermsTest {

    private static final SearchTerms GWEN =
            SearchTerms.of("Gwenllïan Prŷs-Jones", "7KQ2MX4P", Optional.of(new Phone("07700900123")));

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
        var terms = SearchTerms.of(name + " Test", "22222222", Optional.empty());

        assertThat(isFound(terms, SearchTerms.query(typed).exact())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", " ' ", "--", "%_", "12"})
    void needTwoLettersOrThreeDigits(String typed) {
        assertThat(SearchTerms.query(typed).isEmpty()).isTrue();
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

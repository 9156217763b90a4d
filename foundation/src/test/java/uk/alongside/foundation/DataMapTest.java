package uk.alongside.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.alongside.foundation.encryption.EncryptedColumn;

/** Tests that a data map with a mistake is found. */
class DataMapTest {

    private static final String MAP = """
            ## Classes

            | class | what it is | who receives it |
            | --- | --- | --- |
            | name and contact | who a person is | hub staff |
            | words about a person, encrypted | free text | practitioners |

            ## service

            ### People (`person`)

            | class | columns |
            | --- | --- |
            | name and contact | `first_name`, `phone` |
            | words about a person, encrypted | `note` |

            ## another-service

            ### People (`person`)

            | name and contact | `fax` |
            """;

    private static final List<String> LIVE = List.of("person.first_name", "person.phone", "person.note");
    private static final Set<EncryptedColumn> ENCRYPTED = Set.of(new EncryptedColumn("app.person", "note"));

    @Test
    void findsNothingInARightMap() {
        assertThat(DataMap.findings(MAP, "service", LIVE, ENCRYPTED)).isEmpty();
    }

    @Test
    void findsAColumnWithoutAnEntry() {
        var live = List.of("person.first_name", "person.phone", "person.note", "person.religion");
        assertThat(DataMap.findings(MAP, "service", live, ENCRYPTED))
                .containsExactly("person.religion has no entry in docs/data-map.md");
    }

    @Test
    void findsAnEntryWithoutAColumn() {
        assertThat(DataMap.findings(MAP.replace("`phone`", "`phone`, `fax`"), "service", LIVE, ENCRYPTED))
                .containsExactly("person.fax is listed and not in the database");
    }

    @Test
    void findsAColumnThatIsListedTwice() {
        assertThat(DataMap.findings(MAP.replace("`note`", "`note`, `phone`"), "service", LIVE, ENCRYPTED))
                .contains("person.phone is listed twice");
    }

    @Test
    void findsAClassThatIsNotDescribed() {
        assertThat(DataMap.findings(
                        MAP.replace("| name and contact | `first", "| names | `first"), "service", LIVE, ENCRYPTED))
                .hasSize(2)
                .allMatch(finding -> finding.endsWith("has a class that is not described: names"));
    }

    @Test
    void findsAColumnThatIsCalledEncryptedAndIsNot() {
        assertThat(DataMap.findings(MAP, "service", LIVE, Set.of()))
                .containsExactly("person.note is listed as encrypted and is not");
        var inClear = MAP.replace("| words about a person, encrypted | `note", "| name and contact | `note");
        assertThat(DataMap.findings(inClear, "service", LIVE, ENCRYPTED))
                .containsExactly("person.note is encrypted and listed as name and contact");
    }
}

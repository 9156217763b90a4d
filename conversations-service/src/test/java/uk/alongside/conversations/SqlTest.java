package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.alongside.foundation.SqlRules;
import uk.alongside.foundation.TableOwners;

class SqlTest {

    private static final String CHANGELOG = "db/changelog/db.changelog-master.yaml";

    @Test
    void theChangelogKeepsToWhatCitusTakes() {
        assertThat(SqlRules.brokenInChangelog(CHANGELOG)).isEmpty();
    }

    @Test
    void theCodeKeepsToWhatCitusTakes() {
        assertThat(SqlRules.brokenInCode("uk.alongside.conversations")).isEmpty();
    }

    /** The list only ever shrinks: a use that is gone leaves it, and a new one asks the owner or reads a view of theirs. */
    @Test
    void theCodeNamesNoOtherTablesOfAnotherFeature() {
        assertThat(TableOwners.crossings("uk.alongside.conversations", CHANGELOG))
                .containsExactlyInAnyOrder(
                        "capacity -> app.booking (booking)",
                        "capacity -> app.hold (place)",
                        "capacity -> app.slot (slot)",
                        "hubimport -> app.hub (hub)",
                        "hubimport -> app.hub_closure (hub)",
                        "hubimport -> app.hub_room (hub)");
    }
}

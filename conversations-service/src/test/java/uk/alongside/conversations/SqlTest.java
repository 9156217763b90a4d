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

    @Test
    void theCodeNamesNoTableOfAnotherFeature() {
        assertThat(TableOwners.crossings("uk.alongside.conversations", CHANGELOG))
                .as("ask a type of the owner, or read a view that the owner publishes")
                .isEmpty();
    }
}

package uk.alongside.conversations.projection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.wall.CouncilContext;

/** Deletes what a test of the installation has written in its council. */
@Service
class CouncilForTests {

    private final JdbcClient sql;
    private final Audit audit;

    CouncilForTests(JdbcClient sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    @Transactional
    void empty() {
        sql.sql("select sec.empty_test_council()").query((_, _) -> true).single();
    }

    /**
     * Audits that the council was emptied. A transaction of its own, because Citus refuses one in which two roles change a
     * council's rows, and the rows are deleted as their owner. A caller without an answer empties again.
     */
    @Transactional
    void audit() {
        audit.changed("council", CouncilContext.council(), "emptied");
    }
}

package uk.alongside.tenant.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.TenantServiceTest;

/** Attacks the register with SQL of the service's own role, as an injection could. */
class RegisterFenceTest extends TenantServiceTest {

    private static final String ROW = "insert into shared.council (id, name, alias, created_at, status, demonstration)"
            + " values (?, ?, ?, now(), 'live', true)";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID own = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @BeforeEach
    void twoCouncils() {
        for (var id : new UUID[] {own, other}) {
            superuser().sql(ROW).params(id, "Council " + id, "c" + id).update();
        }
    }

    @AfterEach
    void noCouncil() {
        superuser()
                .sql("delete from shared.council where id in (?, ?)")
                .params(own, other)
                .update();
    }

    @Test
    @DisplayName("A5-4: a council's transaction changes only its own row of the register")
    void onlyTheOwnRowCanBeChanged() {
        assertThat(update("update shared.council set name = name || ' renamed'"))
                .isEqualTo(1);
        assertThat(update("update shared.council set status = 'setting-up' where id = '" + other + "'"))
                .isZero();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> update("insert into shared.council values ('" + UUID.randomUUID() + "', 'x', 'x" + own
                        + "', now(), 'live', true)"))
                .withStackTraceContaining("row-level security");
    }

    private int update(String sql) {
        return CouncilContext.call(
                own,
                () -> new TransactionTemplate(transactions)
                        .execute(_ -> jdbc.sql(sql).update()));
    }
}

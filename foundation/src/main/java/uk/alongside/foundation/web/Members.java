package uk.alongside.foundation.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Finds the active members of the bound council. The table is read for every request, so a revoked member, and a
 * support member whose time is over, is refused at the next one.
 */
final class Members {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Members(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.clock = clock;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    Optional<Caller> findActive(String issuer, String subject) {
        var council = CouncilContext.council();
        return transaction.execute(_ -> database.sql("""
                        select id, name, roles from app.member
                        where tenant_id = ? and issuer = ? and subject = ? and status = 'active'
                          and (ends_at is null or ends_at > ?)""")
                .params(council, issuer, subject, OffsetDateTime.now(clock))
                .query((row, _) -> caller(council, row))
                .optional());
    }

    private static Caller caller(UUID council, ResultSet row) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (var word : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.of(word));
        }
        return new Caller(council, row.getObject("id", UUID.class), row.getString("name"), roles);
    }
}

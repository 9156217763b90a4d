package uk.alongside.tenant.suspension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.tenant.register.SuspensionReason;
import uk.alongside.tenant.suspension.SuspensionStep.Kind;

/** When the bound council was suspended and resumed. Rows are only added. */
@Repository
class SuspensionSteps {

    /** The most steps that a page shows. */
    static final int LATEST = 20;

    private static final String SELECT = "select number, kind, reason, operator, at from app.suspension_step";

    private final CouncilSql sql;
    private final Clock clock;

    SuspensionSteps(CouncilSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Returns the latest steps, the last one first. */
    List<SuspensionStep> latest() {
        return sql.sql(SELECT + " where tenant_id = :council order by number desc limit :most")
                .param("most", LATEST)
                .query(SuspensionSteps::step)
                .list();
    }

    Optional<SuspensionStep> find(UUID id) {
        return sql.sql(SELECT + " where tenant_id = :council and id = :id")
                .param("id", id)
                .query(SuspensionSteps::step)
                .optional();
    }

    /**
     * Adds a step under the next number, and returns its id. The caller holds the lock on the council's settings, so
     * numbers are unique.
     */
    UUID add(Kind kind, @Nullable SuspensionReason reason, String operator) {
        int last = sql.sql("select coalesce(max(number), 0) from app.suspension_step where tenant_id = :council")
                .query(Integer.class)
                .single();
        var id = UUID.randomUUID();
        sql.sql("""
                        insert into app.suspension_step (tenant_id, id, number, kind, reason, operator, at)
                        values (:council, :id, :number, :kind, :reason, :operator, :now)""")
                .param("id", id)
                .param("number", last + 1)
                .param("kind", EnumWords.of(kind))
                .param("reason", reason == null ? null : reason.word())
                .param("operator", operator)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private static SuspensionStep step(ResultSet row, int number) throws SQLException {
        var reason = row.getString("reason");
        return new SuspensionStep(
                row.getInt("number"),
                EnumWords.find(Kind.class, row.getString("kind")),
                reason == null ? null : SuspensionReason.of(reason),
                row.getString("operator"),
                row.getTimestamp("at").toInstant());
    }
}

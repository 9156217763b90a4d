package uk.alongside.tenant.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.tenant.onboarding.SetUp.Step;
import uk.alongside.tenant.onboarding.SetUp.Step.Kind;

/** The dialogue between a council's leads and the operator until the council is live. Rows are only added. */
@Repository
class GoLiveSteps {

    private final CouncilSql sql;
    private final Clock clock;

    GoLiveSteps(CouncilSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<Step> all() {
        return sql.sql("""
                        select number, kind, words, member_id, at from app.go_live_step
                        where tenant_id = :council order by number""")
                .query((row, _) -> new Step(
                        row.getInt(1),
                        EnumWords.find(Kind.class, row.getString(2)),
                        row.getString(3),
                        member(row.getObject(4, UUID.class)),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    /** Adds a step under the next number. The caller holds the lock on the council's settings, so numbers are unique. */
    void add(Kind kind, @Nullable String words, @Nullable MemberId member) {
        int last = sql.sql("select coalesce(max(number), 0) from app.go_live_step where tenant_id = :council")
                .query(Integer.class)
                .single();
        sql.sql("""
                        insert into app.go_live_step (tenant_id, id, number, kind, words, member_id, at)
                        values (:council, :id, :number, :kind, :words, cast(:member as uuid), :now)""")
                .param("number", last + 1)
                .param("id", UUID.randomUUID())
                .param("kind", EnumWords.of(kind))
                .param("words", words)
                .param("member", member == null ? null : member.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

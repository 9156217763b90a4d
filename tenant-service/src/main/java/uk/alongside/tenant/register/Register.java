package uk.alongside.tenant.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.wall.AcrossCouncils;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.register.RegisterRefusal.AliasTaken;
import uk.alongside.tenant.register.RegisterRefusal.AuthorityTaken;
import uk.alongside.tenant.register.RegisterRefusal.NameTaken;

/**
 * The register of councils in the schema {@code shared}, the one place that is read across councils. A row appears in
 * the same transaction as the council's settings and first lead, so every listed council is complete.
 */
@Repository
public class Register {

    /** The short name of the council in which installations are tested. No request of an operator can give it. */
    public static final String INSTALLATION_TEST = "installation-test";

    private static final String SELECT =
            "select id, name, alias, status, suspended, demonstration, authority from shared.council";

    private static final int PAGE = 500;

    private final JdbcClient sql;
    private final Clock clock;

    Register(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One row of the register. */
    public record Entry(
            UUID id,
            String name,
            String alias,
            CouncilStatus status,
            boolean suspended,
            boolean demonstration,
            @Nullable String authority) {

        /** Returns true for a council that is live and not suspended, so that its staff can work. */
        public boolean isInService() {
            return status.isLive() && !suspended;
        }
    }

    /** Returns every council, by name. */
    @AcrossCouncils
    @Transactional(readOnly = true)
    public List<Entry> all() {
        return sql.sql(SELECT + " order by lower(name)").query(Register::entry).list();
    }

    /** Returns the councils that follow this one by name, or the first ones. */
    @AcrossCouncils
    @Transactional(readOnly = true)
    public Page<Entry, UUID> list(@Nullable UUID after) {
        var councils = sql.sql(SELECT + """
                         where cast(:after as uuid) is null
                            or lower(name) > (select lower(name) from shared.council where id = :after)
                        order by lower(name)
                        limit :limit""")
                .param("after", after)
                .param("limit", PAGE + 1)
                .query(Register::entry)
                .list();
        return Page.ofRest(councils, Entry::id, PAGE);
    }

    /** Returns whether the bound council is in the register. */
    @Transactional(readOnly = true)
    public boolean hasThisCouncil() {
        return exists("select exists (select from shared.council where id = ?)", CouncilContext.council());
    }

    /** Returns the council with this short name. */
    @AcrossCouncils
    @Transactional(readOnly = true)
    public Optional<Entry> find(String alias) {
        return sql.sql(SELECT + " where alias = :alias")
                .param("alias", alias)
                .query(Register::entry)
                .optional();
    }

    @SuppressWarnings("NullAway") // the column of the authority is nullable, and so is the component
    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("alias"),
                CouncilStatus.of(row.getString("status")),
                row.getBoolean("suspended"),
                row.getBoolean("demonstration"),
                row.getString("authority"));
    }

    /** Returns true for a council that its leads set up and that has not asked to go live. */
    @Transactional(readOnly = true)
    public boolean isThisBeingSetUp() {
        return exists(
                "select exists (select from shared.council where id = ? and status = 'setting-up')",
                CouncilContext.council());
    }

    /** Returns true if the bound council is live and not suspended. */
    @Transactional(readOnly = true)
    public boolean isThisInService() {
        return exists(
                "select exists (select from shared.council where id = ? and status = 'live' and not suspended)",
                CouncilContext.council());
    }

    /** Returns the name of the bound council. */
    @Transactional(readOnly = true)
    public String nameOfThisCouncil() {
        return sql.sql("select name from shared.council where id = ?")
                .param(CouncilContext.council())
                .query(String.class)
                .single();
    }

    /** Checks a new council early, before any record is made. The check is not final: {@link #enter} decides. */
    @AcrossCouncils
    @Transactional(readOnly = true)
    public void requireFree(String alias, String name, @Nullable String authority) {
        refuseWhatIsTaken(alias, name, authority);
    }

    /**
     * Adds a council in its own transaction. Of two concurrent requests for the same alias or name, only one succeeds
     * here.
     */
    public void enter(Entry council) {
        var entered = sql.sql("""
                        insert into shared.council (id, name, alias, status, demonstration, authority, created_at)
                        values (:id, :name, :alias, :status, :demonstration, :authority, :now)
                        on conflict do nothing""")
                .param("id", council.id())
                .param("name", council.name())
                .param("alias", council.alias())
                .param("status", council.status().word())
                .param("demonstration", council.demonstration())
                .param("authority", council.authority())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (entered == 0) {
            refuseWhatIsTaken(council.alias(), council.name(), council.authority());
            throw new AliasTaken().refused();
        }
    }

    /** Changes the name in the council's own transaction. */
    public void rename(UUID id, String name) {
        if (exists("select exists (select from shared.council where lower(name) = lower(?) and id <> ?)", name, id)) {
            throw new NameTaken().refused();
        }
        sql.sql("update shared.council set name = ? where id = ?")
                .params(name, id)
                .update();
    }

    /** Changes the status in the council's own transaction. */
    public void mark(UUID id, CouncilStatus status) {
        sql.sql("update shared.council set status = ? where id = ?")
                .params(status.word(), id)
                .update();
    }

    /** Marks the council as suspended or not in its own transaction. */
    public void mark(UUID id, boolean suspended) {
        sql.sql("update shared.council set suspended = ? where id = ?")
                .params(suspended, id)
                .update();
    }

    private void refuseWhatIsTaken(String alias, String name, @Nullable String authority) {
        if (authority != null && exists("select exists (select from shared.council where authority = ?)", authority)) {
            throw new AuthorityTaken().refused();
        }
        if (exists("select exists (select from shared.council where alias = ?)", alias)) {
            throw new AliasTaken().refused();
        }
        if (exists("select exists (select from shared.council where lower(name) = lower(?))", name)) {
            throw new NameTaken().refused();
        }
    }

    private boolean exists(String query, Object... params) {
        return sql.sql(query).params(params).query(Boolean.class).single();
    }
}

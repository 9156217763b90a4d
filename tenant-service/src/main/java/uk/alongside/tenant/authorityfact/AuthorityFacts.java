package uk.alongside.tenant.authorityfact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the facts, which are only added to. A newer number has a later day. Call it inside work across councils. */
@Repository
public class AuthorityFacts {

    private final JdbcClient sql;

    AuthorityFacts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The facts of one measure, day and source.
     *
     * @param authorities how many authorities have one
     * @param loadedAt when the last of them was loaded
     */
    record Loaded(String measure, LocalDate asOf, String source, int authorities, Instant loadedAt) {}

    /** Returns the newest fact of each measure and authority. */
    public List<AuthorityFact> newest() {
        return sql.sql("""
                        select distinct on (measure, code) measure, code, as_of, value, source from shared.authority_fact
                        order by measure, code, as_of desc""").query((row, _) -> fact(row)).list();
    }

    List<AuthorityFact> all() {
        return sql.sql("select measure, code, as_of, value, source from shared.authority_fact")
                .query((row, _) -> fact(row))
                .list();
    }

    /** Returns what is loaded, by measure, the newest day first. */
    List<Loaded> loaded() {
        return sql.sql("""
                        select measure, as_of, source, count(*) as authorities, max(loaded_at) as loaded_at
                        from shared.authority_fact
                        group by measure, as_of, source
                        order by measure, as_of desc, source""")
                .query((row, _) -> new Loaded(
                        row.getString("measure"),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("source"),
                        row.getInt("authorities"),
                        row.getTimestamp("loaded_at").toInstant()))
                .list();
    }

    /** Waits until no other transaction loads facts. */
    void lock() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('authority facts', 0))")
                .query((_, _) -> true)
                .single();
    }

    /**
     * Adds facts in one statement.
     *
     * @param by the subject of the operator
     */
    void add(Collection<AuthorityFact> facts, Instant at, String by) {
        sql.sql("""
                        insert into shared.authority_fact (measure, code, as_of, value, source, loaded_at, loaded_by)
                        select f.measure, f.code, cast(f.as_of as date), cast(f.value as numeric), f.source, :at, :by
                        from unnest(cast(:measures as text[]), cast(:codes as text[]), cast(:days as text[]),
                                    cast(:values as text[]), cast(:sources as text[]))
                             as f (measure, code, as_of, value, source)""")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("measures", facts.stream().map(AuthorityFact::measure).toArray(String[]::new))
                .param("codes", facts.stream().map(AuthorityFact::code).toArray(String[]::new))
                .param(
                        "days",
                        facts.stream().map(fact -> fact.asOf().toString()).toArray(String[]::new))
                .param(
                        "values",
                        facts.stream().map(fact -> fact.value().toPlainString()).toArray(String[]::new))
                .param("sources", facts.stream().map(AuthorityFact::source).toArray(String[]::new))
                .update();
    }

    private static AuthorityFact fact(ResultSet row) throws SQLException {
        return new AuthorityFact(
                row.getString("measure"),
                row.getString("code"),
                row.getObject("as_of", LocalDate.class),
                row.getBigDecimal("value"),
                row.getString("source"));
    }
}

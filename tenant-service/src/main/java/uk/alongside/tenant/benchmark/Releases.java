package uk.alongside.tenant.benchmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.AcrossCouncils;

/** The releases, which are only added to. Every council reads the same ones. */
@Repository
class Releases {

    private static final String SELECT =
            "select period, made_on, file, key, signature, restates from shared.benchmark_release";

    private final JdbcClient sql;

    Releases(JdbcClient sql) {
        this.sql = sql;
    }

    /** Returns all releases, the earliest first. */
    @AcrossCouncils
    @Transactional(readOnly = true)
    public List<SignedRelease> list() {
        return all();
    }

    /** Returns the release of the quarter that begins on a day. */
    @AcrossCouncils
    @Transactional(readOnly = true)
    public Optional<SignedRelease> find(LocalDate from) {
        return sql.sql(SELECT + " where period = ?")
                .param(from)
                .query(Releases::release)
                .optional();
    }

    /** Returns all releases, the earliest first. Call it inside work across councils. */
    List<SignedRelease> all() {
        return sql.sql(SELECT + " order by period").query(Releases::release).list();
    }

    void add(SignedRelease release) {
        sql.sql("""
                        insert into shared.benchmark_release (period, made_on, file, key, signature, restates)
                        values (:period, :madeOn, :file, :key, :signature, cast(:restates as date[]))""")
                .param("period", release.period().from())
                .param("madeOn", release.madeOn())
                .param("file", release.file())
                .param("key", release.key())
                .param("signature", release.signature())
                .param(
                        "restates",
                        release.restates().stream()
                                .map(quarter -> quarter.from().toString())
                                .toArray(String[]::new))
                .update();
    }

    private static SignedRelease release(ResultSet row, int number) throws SQLException {
        return new SignedRelease(
                new Quarter(row.getObject("period", LocalDate.class)),
                row.getObject("made_on", LocalDate.class),
                row.getString("file"),
                row.getString("key"),
                row.getString("signature"),
                Arrays.stream((java.sql.Date[]) row.getArray("restates").getArray())
                        .map(day -> new Quarter(day.toLocalDate()))
                        .toList());
    }
}

package uk.alongside.conversations.comparison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the releases that this council received. They are only added to. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BenchmarkReleases {

    private final CouncilSql sql;

    BenchmarkReleases(CouncilSql sql) {
        this.sql = sql;
    }

    /** Returns the first days of the quarters of which the release is here, the earliest first. */
    List<LocalDate> held() {
        return sql.sql("select period from app.benchmark_release where tenant_id = :council order by period")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /** Returns all releases, the newest first. */
    List<BenchmarkRelease> list() {
        return sql.sql("""
                        select period, file, key, signature, family from app.benchmark_release
                        where tenant_id = :council order by period desc""").query(BenchmarkReleases::release).list();
    }

    Optional<BenchmarkRelease> find(LocalDate from) {
        return sql.sql("""
                        select period, file, key, signature, family from app.benchmark_release
                        where tenant_id = :council and period = :period""")
                .param("period", from)
                .query(BenchmarkReleases::release)
                .optional();
    }

    /** Adds a release, and returns false if there is one of this quarter already. */
    boolean insert(BenchmarkRelease release) {
        return sql.sql("""
                                insert into app.benchmark_release (tenant_id, period, file, key, signature, family)
                                values (:council, :period, :file, :key, :signature, :family)
                                on conflict (tenant_id, period) do nothing""")
                        .param("period", release.from())
                        .param("file", release.file())
                        .param("key", release.key())
                        .param("signature", release.signature())
                        .param("family", release.family())
                        .update()
                == 1;
    }

    @SuppressWarnings("NullAway") // the column of the family is nullable, and so is the component
    private static BenchmarkRelease release(ResultSet row, int number) throws SQLException {
        return new BenchmarkRelease(
                row.getObject("period", LocalDate.class),
                row.getString("file"),
                row.getString("key"),
                row.getString("signature"),
                row.getString("family"));
    }
}

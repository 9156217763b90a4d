package uk.alongside.tenant.benchmark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;
import uk.alongside.tenant.benchmark.ReleaseFile.PoolFigures;
import uk.alongside.tenant.benchmark.ReleaseFile.RateFigure;

/** A store of sheets and releases that begins empty, and what tests do with it. */
abstract class ReleaseTest extends TenantServiceTest {

    static final LocalDate FIRST = LocalDate.of(2021, 4, 1);
    static final LocalDate SECOND = LocalDate.of(2021, 7, 1);
    static final LocalDate THIRD = LocalDate.of(2021, 10, 1);
    static final LocalDate FOURTH = LocalDate.of(2022, 1, 1);

    @Autowired
    Sheets sheets;

    @Autowired
    ReleaseMaker maker;

    @Autowired
    Releases releases;

    @Autowired
    private JdbcClient service;

    @Autowired
    private TransactionOperations transactions;

    @BeforeEach
    @AfterEach
    void clear() {
        List.of("benchmark_sheet", "benchmark_part", "benchmark_cut", "benchmark_release")
                .forEach(table -> superuser().sql("delete from shared." + table).update());
    }

    /** Returns a lead of a new council, whom the API answers. */
    Http newLead() {
        var council = aCouncil();
        operator().post("/api/councils", council.json());
        return lead(council);
    }

    void seal(SealedSheet sheet) {
        sheets.store(sheet);
    }

    SignedRelease released() {
        assertThat(maker.makeDue()).isPresent();
        return releases.list().getLast();
    }

    static PoolFigures national(SignedRelease release) {
        return release.content().pools().getFirst();
    }

    /** Returns the share of the first pool's people who were seen on the same day. */
    static double share(List<PoolFigures> pools) {
        return requireNonNull(rate(pools.getFirst(), "seen-same-day").share()).doubleValue();
    }

    static RateFigure rate(PoolFigures pool, String rate) {
        return pool.rates().stream()
                .filter(figure -> figure.rate().equals(rate))
                .findFirst()
                .orElseThrow();
    }

    int count(String table) {
        return superuser()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    /** Counts with the role of the service instead of the superuser's. */
    int countAsService(String sql) {
        return requireNonNull(
                transactions.execute(_ -> service.sql(sql).query(Integer.class).single()));
    }
}

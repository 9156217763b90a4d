package uk.alongside.tenant.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.tenant.benchmark.AuthoritySize.Measure;
import uk.alongside.tenant.benchmark.Families.Cut;

/** The public sizes of local authorities, and the cuts of each year. Call it inside work across councils. */
@Repository
class FamilyRegister {

    private final JdbcClient sql;
    private final DemonstrationPeers peers;

    FamilyRegister(JdbcClient sql, DemonstrationPeers peers) {
        this.sql = sql;
        this.peers = peers;
    }

    /** Returns the newest size of each authority, by code. Those of demonstration councils are made up. */
    List<AuthoritySize> sizes() {
        return Stream.concat(known().stream(), peers.sizes().stream()).toList();
    }

    private List<AuthoritySize> known() {
        return sql.sql("""
                        select distinct on (code) code, population, area from shared.authority_size
                        order by code, year desc""")
                .query((row, _) -> new AuthoritySize(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    /** Returns the families of a year. They have no cut if the contributors were too few. */
    Families ofYear(LocalDate year) {
        return new Families(sql.sql("""
                        select node, measure, value, code from shared.benchmark_cut where year = ?
                        order by length(node), node""")
                .param(year)
                .query((row, _) -> new Cut(
                        row.getString(1),
                        EnumWords.find(Measure.class, row.getString(2)),
                        row.getBigDecimal(3),
                        row.getString(4)))
                .list());
    }

    void add(LocalDate year, Families families) {
        for (var cut : families.cuts()) {
            sql.sql("insert into shared.benchmark_cut (year, node, measure, value, code) values (?, ?, ?, ?, ?)")
                    .params(year, cut.node(), EnumWords.of(cut.measure()), cut.value(), cut.code())
                    .update();
        }
    }
}

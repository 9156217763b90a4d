package uk.alongside.tenant.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.alongside.tenant.authorityfact.AuthorityFact;
import uk.alongside.tenant.authorityfact.AuthorityFacts;
import uk.alongside.tenant.benchmark.Families.Cut;

/** The public sizes of local authorities, and the cuts of each year. Call it inside work across councils. */
@Repository
class FamilyRegister {

    private final JdbcClient sql;
    private final AuthorityFacts facts;
    private final DemonstrationPeers peers;

    FamilyRegister(JdbcClient sql, AuthorityFacts facts, DemonstrationPeers peers) {
        this.sql = sql;
        this.facts = facts;
        this.peers = peers;
    }

    /** Returns the newest size of each authority, by code. Those of demonstration councils are made up. */
    List<AuthoritySize> sizes() {
        return Stream.concat(known().stream(), peers.sizes().stream()).toList();
    }

    /** The sizes that ship with the product, under what operators loaded. */
    private List<AuthoritySize> known() {
        var values = new TreeMap<String, Map<String, BigDecimal>>();
        sql.sql("""
                        select distinct on (code) code, population, area from shared.authority_size
                        order by code, year desc""").query(row -> {
            var shipped = values.computeIfAbsent(row.getString("code"), _ -> new HashMap<>());
            shipped.put(AuthorityFact.POPULATION, row.getBigDecimal("population"));
            shipped.put(AuthorityFact.AREA, row.getBigDecimal("area"));
        });
        facts.newest()
                .forEach(fact -> values.computeIfAbsent(fact.code(), _ -> new HashMap<>())
                        .put(fact.measure(), fact.value()));
        return values.entrySet().stream()
                .flatMap(each -> size(each.getKey(), each.getValue()).stream())
                .toList();
    }

    /** Returns a size, or nothing for an authority of which only other measures are known. */
    private static Optional<AuthoritySize> size(String code, Map<String, BigDecimal> values) {
        var others = new HashMap<>(values);
        var population = Optional.ofNullable(others.remove(AuthorityFact.POPULATION));
        var area = Optional.ofNullable(others.remove(AuthorityFact.AREA));
        return population.flatMap(people ->
                area.map(squares -> new AuthoritySize(code, people.intValueExact(), squares.intValueExact(), others)));
    }

    /** Returns the families of a year. They have no cut if the contributors were too few. */
    Families ofYear(LocalDate year) {
        return new Families(sql.sql("""
                        select node, measure, value, code from shared.benchmark_cut where year = ?
                        order by length(node), node""")
                .param(year)
                .query((row, _) -> new Cut(row.getString(1), row.getString(2), row.getBigDecimal(3), row.getString(4)))
                .list());
    }

    void add(LocalDate year, Families families) {
        for (var cut : families.cuts()) {
            sql.sql("insert into shared.benchmark_cut (year, node, measure, value, code) values (?, ?, ?, ?, ?)")
                    .params(year, cut.node(), cut.measure(), cut.value(), cut.code())
                    .update();
        }
    }
}

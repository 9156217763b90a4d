package uk.alongside.conversations.insight;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores what the figures of finished quarters were each time that they changed. Versions are only added. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FigureVersions {

    private final CouncilSql sql;

    FigureVersions(CouncilSql sql) {
        this.sql = sql;
    }

    /** A figure of the quarter that begins on a day. */
    record Key(Figure figure, LocalDate from) {}

    /** Returns all versions since a day, each list in the order of counting. */
    Map<Key, List<FigureVersion>> since(LocalDate from) {
        var found = new HashMap<Key, List<FigureVersion>>();
        sql.sql("""
                        select v.figure, v.starts, v.version, v.counted_on, v.base, v.value from app.figure_version v
                        where v.tenant_id = :council and v.starts >= :from
                        order by v.figure, v.starts, v.version""").param("from", from).query(row -> {
            var key = new Key(Figure.valueOf(row.getString("figure")), row.getObject("starts", LocalDate.class));
            found.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(new FigureVersion(
                            row.getInt("version"),
                            row.getObject("counted_on", LocalDate.class),
                            row.getLong("base"),
                            row.getBigDecimal("value")));
        });
        return found;
    }

    /** Adds a version. One that another count of the same moment has added stays. */
    void add(Key key, FigureVersion version) {
        sql.sql("""
                        insert into app.figure_version (tenant_id, figure, starts, version, counted_on, base, value)
                        values (:council, :figure, :from, :version, :countedOn, :base, :value)
                        on conflict (tenant_id, figure, starts, version) do nothing""")
                .param("figure", key.figure().name())
                .param("from", key.from())
                .param("version", version.number())
                .param("countedOn", version.countedOn())
                .param("base", version.base())
                .param("value", version.value(), Types.NUMERIC)
                .update();
    }
}

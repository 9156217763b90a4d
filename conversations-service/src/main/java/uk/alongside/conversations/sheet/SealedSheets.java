package uk.alongside.conversations.sheet;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.statistics.privacy.YearLedger;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/** Stores the sealed sheets and the ledger of each year. Both are only added to. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SealedSheets {

    /** The most that one year may cost in rho, which leaves room for one correction and never for a second. */
    static final double CAP = 0.88;

    private static final String SELECT = """
            select s.kind, s.starts, s.specification, s.version, s.cells, s.sealed_at
            from app.sheet s where s.tenant_id = :council
            """;

    private final CouncilSql sql;

    SealedSheets(CouncilSql sql) {
        this.sql = sql;
    }

    /** Waits until no other transaction seals or asks for a correction in this council. */
    void lock() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('sheets ' || :council::text, 0))")
                .query((_, _) -> true)
                .single();
    }

    /** Returns the sealed sheets, the latest period first. */
    List<SealedSheet> all() {
        return sql.sql(SELECT + " order by s.starts desc, s.kind, s.version desc")
                .query(SealedSheets::sheet)
                .list();
    }

    Optional<SealedSheet> find(SheetKey key) {
        return sql.sql(SELECT + """
                          and s.kind = :kind and s.starts = :from and s.specification = :specification
                          and s.version = :version""")
                .param("kind", key.kind().name())
                .param("from", key.from())
                .param("specification", key.specification())
                .param("version", key.version())
                .query(SealedSheets::sheet)
                .optional();
    }

    /**
     * Stores a sheet and what it costs, and returns false if there is a sheet of this identity. Of two transactions at the
     * same moment the second waits for the first, and its draw is thrown away unseen.
     */
    boolean add(SealedSheet sheet) {
        var key = sheet.key();
        boolean added = sql.sql("""
                        insert into app.sheet (tenant_id, kind, starts, specification, version, cells, sealed_at)
                        values (:council, :kind, :from, :specification, :version, :cells, :at)
                        on conflict (tenant_id, kind, starts, specification, version) do nothing""")
                        .param("kind", key.kind().name())
                        .param("from", key.from())
                        .param("specification", key.specification())
                        .param("version", key.version())
                        .param("cells", sheet.cells().toArray(Integer[]::new))
                        .param("at", at(sheet.sealedAt()))
                        .update()
                == 1;
        if (added) {
            sql.sql("""
                            insert into app.sheet_ledger
                                (tenant_id, year, kind, starts, specification, version, units)
                            values (:council, :year, :kind, :from, :specification, :version, :units)""")
                    .param("year", key.period().ledgerYear())
                    .param("kind", key.kind().name())
                    .param("from", key.from())
                    .param("specification", key.specification())
                    .param("version", key.version())
                    .param("units", key.kind().units())
                    .update();
        }
        return added;
    }

    /**
     * Returns the ledger of a year, or nothing if its sheets are more than a year may have. Then nothing is sealed in it
     * any more.
     */
    Optional<YearLedger> ledger(int year) {
        var keys = sql.sql("""
                        select l.kind, l.starts, l.specification, l.version from app.sheet_ledger l
                        where l.tenant_id = :council and l.year = :year
                        order by l.version, l.starts, l.kind""").param("year", year).query((row, _) -> key(row)).list();
        var ledger = Optional.of(YearLedger.empty(CAP));
        for (var key : keys) {
            ledger = ledger.flatMap(found -> key.isCorrection() ? found.correct(key.kind()) : found.seal(key.kind()));
        }
        return ledger;
    }

    private static SealedSheet sheet(ResultSet row, int number) throws SQLException {
        return new SealedSheet(
                key(row), List.of((Integer[]) row.getArray("cells").getArray()), instant(row, "sealed_at"));
    }

    private static SheetKey key(ResultSet row) throws SQLException {
        return new SheetKey(
                Sheet.valueOf(row.getString("kind")),
                row.getObject("starts", LocalDate.class),
                row.getInt("specification"),
                row.getInt("version"));
    }
}

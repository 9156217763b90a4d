package uk.alongside.conversations.sheet;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/** Stores the corrections that leads asked for, at most one for each year. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SheetCorrections {

    /** The name of a correction in the audit. */
    static final String KIND = "sheet-correction";

    private final CouncilSql sql;

    SheetCorrections(CouncilSql sql) {
        this.sql = sql;
    }

    /** Lists the corrections, the latest year first. */
    List<SheetCorrection> all() {
        return sql.sql("""
                        select c.id, c.kind, c.starts, c.specification, c.reason, c.asked_at, c.asked_by_id
                        from app.sheet_correction c where c.tenant_id = :council order by c.year desc""")
                .query((row, _) -> new SheetCorrection(
                        row.getObject("id", UUID.class),
                        new SheetKey(
                                Sheet.valueOf(row.getString("kind")),
                                row.getObject("starts", LocalDate.class),
                                row.getInt("specification"),
                                1),
                        row.getString("reason"),
                        instant(row, "asked_at"),
                        new MemberId(row.getObject("asked_by_id", UUID.class))))
                .list();
    }

    /** Stores a correction, and returns false if the year has one. */
    boolean add(SheetCorrection correction) {
        var sheet = correction.corrected();
        return sql.sql("""
                        insert into app.sheet_correction
                            (tenant_id, year, id, kind, starts, specification, reason, asked_at, asked_by_id)
                        values (:council, :year, :id, :kind, :from, :specification, :reason, :at, :by)
                        on conflict (tenant_id, year) do nothing""")
                        .param("year", correction.year())
                        .param("id", correction.id())
                        .param("kind", sheet.kind().name())
                        .param("from", sheet.from())
                        .param("specification", sheet.specification())
                        .param("reason", correction.reason())
                        .param("at", at(correction.askedAt()))
                        .param("by", correction.askedBy().value())
                        .update()
                == 1;
    }
}

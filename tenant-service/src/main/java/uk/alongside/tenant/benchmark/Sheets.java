package uk.alongside.tenant.benchmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.AcrossCouncils;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/** The sealed sheets of all councils, and which of them entered which release. Both are only added to. */
@Repository
class Sheets {

    private static final String SELECT = """
            select s.council, s.kind, s.period, s.specification, s.version, s.cells, s.authority, s.demonstration,
                p.release, p.family
            from shared.benchmark_sheet s
            left join shared.benchmark_part p using (council, kind, period, specification, version)""";

    private final JdbcClient sql;

    Sheets(JdbcClient sql) {
        this.sql = sql;
    }

    /** A sheet that this service does not store. The message has no number of the sheet. */
    static final class SheetRefused extends RuntimeException {

        private static final long serialVersionUID = 1;

        SheetRefused(SealedSheet.Id sheet, String reason) {
            super("The " + sheet + " " + reason + ".");
        }
    }

    /** Returns the sheets of a council. */
    @AcrossCouncils
    @Transactional(readOnly = true)
    public List<SealedSheet> of(UUID council) {
        return sql.sql(SELECT + " where s.council = ? order by s.period, s.kind, s.version")
                .param(council)
                .query((row, _) -> sheet(row))
                .list();
    }

    /**
     * Stores a sheet, and returns whether it is new. The same sheet again has no effect.
     *
     * @throws SheetRefused if it is not of the specification, or was stored before with other numbers
     */
    @AcrossCouncils
    @Transactional
    public boolean store(SealedSheet sheet) {
        if (!sheet.isWellFormed()) {
            throw new SheetRefused(sheet.id(), "is not of the specification");
        }
        var id = sheet.id();
        var isNew = insert(sheet) == 1;
        if (!isNew && !find(id).cells().equals(sheet.cells())) {
            throw new SheetRefused(id, "has other numbers than before");
        }
        return isNew;
    }

    private int insert(SealedSheet sheet) {
        var id = sheet.id();
        return sql.sql("""
                        insert into shared.benchmark_sheet
                            (council, kind, period, specification, version, cells, authority, demonstration)
                        values (:council, :kind, :period, :specification, :version, cast(:cells as integer[]), :authority,
                            :demonstration)
                        on conflict do nothing""")
                .param("council", id.council())
                .param("kind", EnumWords.of(id.kind()))
                .param("period", id.from())
                .param("specification", id.specification())
                .param("version", id.version())
                .param("cells", sheet.cells().toArray(Integer[]::new))
                .param("authority", sheet.authority())
                .param("demonstration", sheet.demonstration())
                .update();
    }

    private SealedSheet find(SealedSheet.Id id) {
        return sql.sql(SELECT + """
                         where s.council = ? and s.kind = ? and s.period = ? and s.specification = ? and s.version = ?""")
                .params(id.council(), EnumWords.of(id.kind()), id.from(), id.specification(), id.version())
                .query((row, _) -> sheet(row))
                .single();
    }

    /** Returns all sheets of a period of the specification, in a fixed order. Call it inside work across councils. */
    List<SealedSheet> all() {
        return sql.sql(SELECT + " order by s.council, s.kind, s.period, s.specification, s.version")
                .query((row, _) -> sheet(row))
                .list();
    }

    /** Returns the sheets that entered a release, in a fixed order. Call it inside work across councils. */
    List<Part> parts() {
        return sql.sql(SELECT + """
                         where p.release is not null
                        order by s.council, s.kind, s.period, s.specification, s.version""").query((row, _) -> part(row)).list();
    }

    /** Records that a sheet entered a release. Call it inside work across councils. */
    void enter(Part part) {
        var id = part.sheet().id();
        sql.sql("""
                        insert into shared.benchmark_part
                            (council, kind, period, specification, version, release, family)
                        values (:council, :kind, :period, :specification, :version, :release, :family)""")
                .param("council", id.council())
                .param("kind", EnumWords.of(id.kind()))
                .param("period", id.from())
                .param("specification", id.specification())
                .param("version", id.version())
                .param("release", part.release().from())
                .param("family", part.family())
                .update();
    }

    @SuppressWarnings("NullAway") // the column of the family is nullable, and so is the component
    private static Part part(ResultSet row) throws SQLException {
        return new Part(sheet(row), new Quarter(row.getObject("release", LocalDate.class)), row.getString("family"));
    }

    @SuppressWarnings("NullAway") // the column of the authority is nullable, and so is the component
    private static SealedSheet sheet(ResultSet row) throws SQLException {
        return new SealedSheet(
                new SealedSheet.Id(
                        row.getObject("council", UUID.class),
                        EnumWords.find(Sheet.class, row.getString("kind")),
                        row.getObject("period", LocalDate.class),
                        row.getInt("specification"),
                        row.getInt("version")),
                row.getString("authority"),
                row.getBoolean("demonstration"),
                Arrays.asList((Integer[]) row.getArray("cells").getArray()));
    }
}

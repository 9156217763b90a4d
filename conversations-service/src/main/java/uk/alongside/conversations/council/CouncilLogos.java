package uk.alongside.conversations.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the council's logo exactly as tenant-service sent it. */
@Repository
public class CouncilLogos {

    private final CouncilSql sql;

    CouncilLogos(CouncilSql sql) {
        this.sql = sql;
    }

    /** Returns the version of the logo, if there is a picture. */
    Optional<Long> shown() {
        return sql.sql("""
                        select version from app.council_logo
                        where tenant_id = :council and id = :council and png is not null""").query(Long.class).optional();
    }

    Optional<CouncilLogo> find() {
        return select("");
    }

    /** Finds the stored logo, and makes other deliveries wait until this one is done. */
    public Optional<CouncilLogo> findForUpdate() {
        return select(" for update");
    }

    private Optional<CouncilLogo> select(String lock) {
        return sql.sql("select version, png from app.council_logo where tenant_id = :council and id = :council" + lock)
                .query(CouncilLogos::logo)
                .optional();
    }

    @SuppressWarnings("NullAway") // the column is nullable, and so is the component
    private static CouncilLogo logo(ResultSet row, int number) throws SQLException {
        return new CouncilLogo(row.getLong("version"), row.getBytes("png"));
    }

    /** Adds the row, and returns false if there is one already. */
    public boolean insert(CouncilLogo logo) {
        return write("""
                insert into app.council_logo (tenant_id, id, version, png)
                values (:council, :council, :version, :png)
                on conflict (tenant_id, id) do nothing""", logo);
    }

    public void update(CouncilLogo logo) {
        write("""
                update app.council_logo set version = :version, png = :png
                where tenant_id = :council and id = :council""", logo);
    }

    private boolean write(String statement, CouncilLogo logo) {
        return sql.sql(statement)
                        .param("version", logo.version())
                        .param("png", logo.png(), Types.BINARY)
                        .update()
                == 1;
    }
}

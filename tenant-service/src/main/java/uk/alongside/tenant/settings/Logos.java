package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilSql;

/** The council's logo as it was redrawn. A removed logo leaves a row without a picture. */
@Repository
class Logos {

    private final CouncilSql sql;

    Logos(CouncilSql sql) {
        this.sql = sql;
    }

    /** The facts about a logo that a page needs to show it. */
    @Schema(name = "Logo")
    record Shown(
            long version,

            @Schema(
                    description =
                            "True if the logo is white or nearly white, so that it is shown on the council's colour.")
            boolean pale) {}

    /** One version of the logo, without a picture if the council has none any more. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Held(long version, byte @Nullable [] png) {}

    Optional<Shown> shown() {
        return sql.sql("select version, pale from app.council_logo where tenant_id = :council and png is not null")
                .query((row, _) -> new Shown(row.getLong(1), row.getBoolean(2)))
                .optional();
    }

    Optional<Held> held() {
        return sql.sql("select version, png from app.council_logo where tenant_id = :council")
                .query((row, _) -> held(row))
                .optional();
    }

    @SuppressWarnings("NullAway") // the column is nullable, and so is the component
    private static Held held(ResultSet row) throws SQLException {
        return new Held(row.getLong(1), row.getBytes(2));
    }

    /** Replaces the logo and returns its version. The caller holds the lock on the council's settings. */
    long put(byte @Nullable [] png, boolean pale) {
        return sql.sql("""
                        insert into app.council_logo (tenant_id, id, version, png, pale)
                        values (:council, :council, 1, :png, :pale)
                        on conflict (tenant_id, id) do update
                        set version = council_logo.version + 1, png = excluded.png, pale = excluded.pale
                        returning version""")
                .param("png", png, java.sql.Types.BINARY)
                .param("pale", pale)
                .query(Long.class)
                .single();
    }

    /** Moves the same picture to the next version and returns it. */
    long nextVersion() {
        return sql.sql("""
                        update app.council_logo set version = version + 1 where tenant_id = :council
                        returning version""").query(Long.class).single();
    }
}

package uk.alongside.tenant.logo;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.tenant.delivery.Outbox;

/** The council's logo as it was redrawn. A removed logo leaves a row without a picture. */
@Repository
public class Logos {

    private final CouncilSql sql;
    private final Outbox outbox;

    Logos(CouncilSql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    /** The facts about a logo that a page needs to show it. */
    @Schema(name = "Logo")
    public record Shown(
            long version,

            @Schema(
                    description =
                            "True if the logo is white or nearly white, so that it is shown on the council's colour.")
            boolean pale) {}

    /** One version of the logo, without a picture if the council has none any more. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Held(long version, byte @Nullable [] png) {}

    /** Returns the picture, unless the council has none. */
    public Optional<byte[]> png() {
        return held().flatMap(held -> Optional.ofNullable(held.png()));
    }

    /** Returns the facts about the logo, unless the council has none. */
    public Optional<Shown> shown() {
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

    /** Replaces the logo and delivers it. The caller holds the lock on the council's settings. */
    public void replace(Logo logo) {
        store(logo.png(), logo.pale());
    }

    /** Removes the logo and delivers this. The caller holds the lock on the council's settings. */
    public void remove() {
        store(null, false);
    }

    private void store(byte @Nullable [] png, boolean pale) {
        deliver(sql.sql("""
                        insert into app.council_logo (tenant_id, id, version, png, pale)
                        values (:council, :council, 1, :png, :pale)
                        on conflict (tenant_id, id) do update
                        set version = council_logo.version + 1, png = excluded.png, pale = excluded.pale
                        returning version""")
                .param("png", png, java.sql.Types.BINARY)
                .param("pale", pale)
                .query(Long.class)
                .single());
    }

    /** Gives the same picture the next version and delivers it again. */
    void republish() {
        deliver(sql.sql("""
                        update app.council_logo set version = version + 1 where tenant_id = :council
                        returning version""").query(Long.class).single());
    }

    private void deliver(long version) {
        outbox.add(LogoDelivery.KIND, CouncilContext.council(), version);
    }
}

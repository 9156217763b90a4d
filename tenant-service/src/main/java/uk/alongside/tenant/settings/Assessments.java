package uk.alongside.tenant.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilSql;

/** The council's data protection impact assessment: a PDF that this service never opens. The latest one is kept. */
@Repository
class Assessments {

    private final CouncilSql sql;

    Assessments(CouncilSql sql) {
        this.sql = sql;
    }

    /** The facts about the assessment that a page shows. */
    @Schema(name = "Assessment")
    record Held(@Schema(description = "Size in bytes.") int bytes, Instant at) {}

    Optional<Held> held() {
        return sql.sql("select octet_length(pdf), at from app.council_assessment where tenant_id = :council")
                .query((row, _) -> new Held(row.getInt(1), row.getTimestamp(2).toInstant()))
                .optional();
    }

    Optional<byte[]> pdf() {
        return sql.sql("select pdf from app.council_assessment where tenant_id = :council")
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** Replaces the assessment. The caller holds the lock on the council's settings. */
    void put(byte[] pdf, Instant at) {
        sql.sql("""
                        insert into app.council_assessment (tenant_id, id, pdf, at)
                        values (:council, :council, :pdf, :at)
                        on conflict (tenant_id, id) do update set pdf = excluded.pdf, at = excluded.at""")
                .param("pdf", pdf, java.sql.Types.BINARY)
                .param("at", Timestamp.from(at))
                .update();
    }
}

package uk.alongside.tenant.safeguarding;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.tenant.safeguarding.Safeguarding.TelephoneNumber;
import uk.alongside.tenant.safeguarding.SafeguardingRefusal.StaleVersion;

/** Stores the safeguarding numbers and steps of the bound council. */
@Service
class SafeguardingService {

    private static final TypeReference<List<TelephoneNumber>> NUMBERS = new TypeReference<>() {};

    private final CouncilSql sql;
    private final JsonMapper json;
    private final Audit audit;

    SafeguardingService(CouncilSql sql, JsonMapper json, Audit audit) {
        this.sql = sql;
        this.json = json;
        this.audit = audit;
    }

    /** Returns what the council has written, or version 0 without numbers if it has written nothing. */
    @Transactional(readOnly = true)
    Safeguarding get() {
        return find().orElse(Safeguarding.NOT_WRITTEN);
    }

    /** Replaces the numbers and steps, if {@code expected} is still their version. */
    @Transactional
    Safeguarding change(long expected, Safeguarding.New changed) {
        var statement = expected == 0 ? """
                insert into app.safeguarding (tenant_id, id, version, numbers, steps)
                values (:council, :council, 1, :numbers::jsonb, :steps)
                on conflict (tenant_id, id) do nothing""" : """
                update app.safeguarding s set version = s.version + 1, numbers = :numbers::jsonb, steps = :steps
                where s.tenant_id = :council and s.version = :version""";
        int rows = sql.sql(statement)
                .param("numbers", json.writeValueAsString(changed.numbers()))
                .param("steps", changed.steps())
                .param("version", expected)
                .update();
        if (rows == 0) {
            throw new StaleVersion(get()).refused();
        }
        audit.setting("safeguarding", true);
        audit.changed("council", CouncilContext.council(), "edited");
        return get();
    }

    private Optional<Safeguarding> find() {
        return sql.sql("select s.numbers, s.steps, s.version from app.safeguarding s where s.tenant_id = :council")
                .query((row, _) -> new Safeguarding(
                        json.readValue(row.getString("numbers"), NUMBERS),
                        row.getString("steps"),
                        row.getLong("version")))
                .optional();
    }
}

package uk.alongside.conversations.council;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores what the council adopted of the approach, as far as sessions need it. */
@Repository
public class Blueprints {

    private static final TypeReference<List<SessionKind>> KINDS = new TypeReference<>() {};

    private final CouncilSql sql;
    private final JsonMapper json;

    Blueprints(CouncilSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<SessionKinds> find() {
        return select("");
    }

    /** Finds the stored version, and makes other deliveries wait until this one is done. */
    public Optional<SessionKinds> findForUpdate() {
        return select(" for update");
    }

    private Optional<SessionKinds> select(String lock) {
        return sql.sql("select version, kinds from app.blueprint where tenant_id = :council and id = :council" + lock)
                .query((row, _) ->
                        new SessionKinds(row.getLong("version"), json.readValue(row.getString("kinds"), KINDS)))
                .optional();
    }

    /** Adds the row, and returns false if there is one already. */
    public boolean insert(SessionKinds kinds) {
        return write("""
                insert into app.blueprint (tenant_id, id, version, kinds)
                values (:council, :council, :version, :kinds::jsonb)
                on conflict (tenant_id, id) do nothing""", kinds);
    }

    public void update(SessionKinds kinds) {
        write("""
                update app.blueprint set version = :version, kinds = :kinds::jsonb
                where tenant_id = :council and id = :council""", kinds);
    }

    private boolean write(String statement, SessionKinds kinds) {
        return sql.sql(statement)
                        .param("version", kinds.version())
                        .param("kinds", json.writeValueAsString(kinds.kinds()))
                        .update()
                == 1;
    }
}

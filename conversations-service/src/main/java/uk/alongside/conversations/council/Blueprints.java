package uk.alongside.conversations.council;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores what the council adopted of the approach, as far as sessions and conversations need it. */
@Repository
public class Blueprints {

    private static final TypeReference<List<SessionKind>> KINDS = new TypeReference<>() {};
    private static final TypeReference<List<Prompt>> PROMPTS = new TypeReference<>() {};

    private final CouncilSql sql;
    private final JsonMapper json;

    Blueprints(CouncilSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<AdoptedBlueprint> find() {
        return select("");
    }

    /** Returns the prompts for a conversation, in the council's order. The list is empty until the council adopts some. */
    public List<Prompt> prompts() {
        return find().map(AdoptedBlueprint::prompts).orElse(List.of());
    }

    /** Returns the kinds of talking point. The list is empty until the council adopts some. */
    public List<SessionKind> kinds() {
        return find().map(AdoptedBlueprint::kinds).orElse(List.of());
    }

    /** Finds the stored version, and makes other deliveries wait until this one is done. */
    public Optional<AdoptedBlueprint> findForUpdate() {
        return select(" for update");
    }

    private Optional<AdoptedBlueprint> select(String lock) {
        return sql.sql("select version, kinds, prompts from app.blueprint where tenant_id = :council and id = :council"
                        + lock)
                .query((row, _) -> new AdoptedBlueprint(
                        row.getLong("version"),
                        json.readValue(row.getString("kinds"), KINDS),
                        json.readValue(row.getString("prompts"), PROMPTS)))
                .optional();
    }

    /** Adds the row, and returns false if there is one already. */
    public boolean insert(AdoptedBlueprint adopted) {
        return write("""
                insert into app.blueprint (tenant_id, id, version, kinds, prompts)
                values (:council, :council, :version, :kinds::jsonb, :prompts::jsonb)
                on conflict (tenant_id, id) do nothing""", adopted);
    }

    public void update(AdoptedBlueprint adopted) {
        write("""
                update app.blueprint set version = :version, kinds = :kinds::jsonb, prompts = :prompts::jsonb
                where tenant_id = :council and id = :council""", adopted);
    }

    private boolean write(String statement, AdoptedBlueprint adopted) {
        return sql.sql(statement)
                        .param("version", adopted.version())
                        .param("kinds", json.writeValueAsString(adopted.kinds()))
                        .param("prompts", json.writeValueAsString(adopted.prompts()))
                        .update()
                == 1;
    }
}

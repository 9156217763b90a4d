package uk.alongside.tenant.signinprovider;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.tenant.signinprovider.SignInProvider.RoleOfGroup;

/** The row of the bound council's own sign-in. */
@Component
class SignInProviderRows {

    private static final TypeReference<List<RoleOfGroup>> ROLES = new TypeReference<>() {};

    private final CouncilSql sql;
    private final JsonMapper json;

    SignInProviderRows(CouncilSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Returns the council's connection, or one without anything. */
    SignInProvider find() {
        return sql.sql("""
                        select p.domains, p.issuer, p.client_id, p.groups_claim, p.roles, p.enabled, p.version
                        from app.sign_in_provider p where p.tenant_id = :council""")
                .query((row, _) -> new SignInProvider(
                        List.of((String[]) row.getArray("domains").getArray()),
                        row.getString("issuer"),
                        row.getString("client_id"),
                        row.getString("groups_claim"),
                        json.readValue(row.getString("roles"), ROLES),
                        row.getBoolean("enabled"),
                        row.getLong("version")))
                .optional()
                .orElse(SignInProvider.NONE);
    }

    /** Replaces the domains, and returns false if {@code expected} is no longer the version. */
    boolean own(long expected, List<String> domains) {
        var statement = expected == 0 ? """
                insert into app.sign_in_provider (tenant_id, id, version, domains, roles, enabled)
                values (:council, :council, 1, :domains, '[]', false)
                on conflict (tenant_id, id) do nothing""" : """
                update app.sign_in_provider p set version = p.version + 1, domains = :domains
                where p.tenant_id = :council and p.version = :version""";
        return sql.sql(statement)
                        .param("domains", domains.toArray(String[]::new))
                        .param("version", expected)
                        .update()
                == 1;
    }

    /** Replaces the connection, and returns false if {@code expected} is no longer the version. */
    boolean connect(long expected, String issuer, SignInProvider.New changed) {
        return sql.sql("""
                        update app.sign_in_provider p
                        set version = p.version + 1, issuer = :issuer, client_id = :client, groups_claim = :claim,
                            roles = :roles::jsonb, enabled = :enabled
                        where p.tenant_id = :council and p.version = :version""")
                        .param("issuer", issuer)
                        .param("client", changed.clientId())
                        .param("claim", changed.groupsClaim())
                        .param("roles", json.writeValueAsString(changed.roles()))
                        .param("enabled", changed.enabled())
                        .param("version", expected)
                        .update()
                == 1;
    }
}

package uk.alongside.conversations.council;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.CouncilContext;

/** The one council's row that the fence shows. */
@Repository
class Councils {

    private final JdbcClient jdbc;

    Councils(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Settings> find() {
        return select("");
    }

    /** Also keeps other deliveries waiting until this one is done. */
    Optional<Settings> findForUpdate() {
        return select(" for update");
    }

    private Optional<Settings> select(String lock) {
        return jdbc.sql("""
                        select version, name, alias, talking_point, contact_phone, contact_email, demonstration
                        from app.council where tenant_id = :council and id = :council""" + lock)
                .param("council", CouncilContext.council())
                .query(Settings.class)
                .optional();
    }

    /** False if there is a row already. */
    boolean insert(Settings settings) {
        return write("""
                insert into app.council (tenant_id, id, version, name, alias, talking_point, contact_phone,
                                         contact_email, demonstration)
                values (:council, :council, :version, :name, :alias, :talkingPoint, :contactPhone,
                        :contactEmail, :demonstration)
                on conflict (tenant_id, id) do nothing""", settings);
    }

    void update(Settings settings) {
        write("""
                update app.council
                set version = :version, name = :name, alias = :alias, talking_point = :talkingPoint,
                    contact_phone = :contactPhone, contact_email = :contactEmail, demonstration = :demonstration
                where tenant_id = :council and id = :council""", settings);
    }

    private boolean write(String sql, Settings settings) {
        return jdbc.sql(sql)
                        .param("council", CouncilContext.council())
                        .param("version", settings.version())
                        .param("name", settings.name())
                        .param("alias", settings.alias())
                        .param("talkingPoint", settings.talkingPoint())
                        .param("contactPhone", settings.contactPhone())
                        .param("contactEmail", settings.contactEmail())
                        .param("demonstration", settings.demonstration())
                        .update()
                == 1;
    }
}

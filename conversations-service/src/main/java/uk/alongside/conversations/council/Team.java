package uk.alongside.conversations.council;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.CouncilContext;

/** What other features may ask about the council's members. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Team {

    private final JdbcClient jdbc;

    Team(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each of these members is called. */
    public Map<UUID, String> names(Collection<UUID> members) {
        var names = new HashMap<UUID, String>();
        if (members.isEmpty()) {
            return names;
        }
        jdbc.sql("select m.id, m.name from app.member m where m.tenant_id = :council and m.id in (:members)")
                .param("council", CouncilContext.council())
                .param("members", members)
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }
}

package uk.alongside.conversations.council;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.wall.CouncilSql;

/** Answers other features' questions about the council's members. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Team {

    private final CouncilSql sql;
    private final Clock clock;

    Team(CouncilSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Returns those of these members who are active and have a role that grants the authority. */
    public Set<UUID> whoMay(String authority, Collection<UUID> members) {
        var may = new HashSet<UUID>();
        if (members.isEmpty()) {
            return may;
        }
        sql.sql("""
                        select m.id, m.roles from app.member m
                        where m.tenant_id = :council and m.id in (:members) and m.status = 'active'
                          and (m.ends_at is null or m.ends_at > :now)""")
                .param("now", OffsetDateTime.now(clock))
                .param("members", members)
                .query(row -> {
                    var roles = List.of((String[]) row.getArray("roles").getArray());
                    if (roles.stream()
                            .anyMatch(role -> Role.of(role).authorities().contains(authority))) {
                        may.add(row.getObject("id", UUID.class));
                    }
                });
        return may;
    }

    /** Returns the names of all active members who have a role that grants the authority. Machine clients are left out. */
    public Map<UUID, String> whoMay(String authority) {
        var names = new HashMap<UUID, String>();
        sql.sql("""
                        select m.id, m.name from app.member m
                        where m.tenant_id = :council and m.status = 'active' and not m.machine
                          and (m.ends_at is null or m.ends_at > :now)""").param("now", OffsetDateTime.now(clock)).query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        names.keySet().retainAll(whoMay(authority, names.keySet()));
        return names;
    }

    /** A member and their name. */
    public record Colleague(UUID id, String name) {}

    /**
     * Returns the active members of staff, ordered by name, that follow a member. Support members and machine clients
     * are left out.
     */
    List<Colleague> active(@Nullable UUID after, int most) {
        return sql.sql("""
                        select m.id, m.name from app.member m
                        where m.tenant_id = :council and m.status = 'active' and m.ends_at is null
                          and not m.machine
                          and (cast(:after as uuid) is null or (lower(m.name), m.id) >
                               (select lower(l.name), l.id from app.member l
                                where l.tenant_id = :council and l.id = :after))
                        order by lower(m.name), m.id
                        limit :most""")
                .param("after", after, Types.OTHER)
                .param("most", most)
                .query((row, _) -> new Colleague(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /**
     * Returns the name of each of these members. The name of the member who sent the request was read with the request,
     * and in most requests no other is asked for.
     */
    public Map<UUID, String> names(Collection<UUID> members) {
        var names = new HashMap<UUID, String>();
        var others = new HashSet<>(members);
        Caller.ifAny()
                .filter(caller -> others.remove(caller.member().value()))
                .ifPresent(caller -> names.put(caller.member().value(), caller.name()));
        if (others.isEmpty()) {
            return names;
        }
        sql.sql("select m.id, m.name from app.member m where m.tenant_id = :council and m.id in (:members)")
                .param("members", others)
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }
}

package uk.alongside.conversations.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import uk.alongside.conversations.hub.HubClosure.ClosureId;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the closures of a hub. A closure is added and deleted as a whole, and never edited. */
@Repository
public class Closures {

    private final CouncilSql sql;

    Closures(CouncilSql sql) {
        this.sql = sql;
    }

    /** Returns the closures that touch any day from one to another, in order. */
    public List<HubClosure> between(HubId hub, LocalDate from, LocalDate to) {
        return sql.sql("""
                        select id, first_day, last_day, reason from app.hub_closure
                        where tenant_id = :council and hub_id = :hub and first_day <= :to and last_day >= :from
                        order by first_day, id""")
                .param("hub", hub.value())
                .param("from", from)
                .param("to", to)
                .query((row, _) -> closure(row))
                .list();
    }

    public Optional<HubClosure> find(HubId hub, ClosureId closure) {
        return sql.sql("""
                        select id, first_day, last_day, reason from app.hub_closure
                        where tenant_id = :council and hub_id = :hub and id = :id""")
                .param("hub", hub.value())
                .param("id", closure.value())
                .query((row, _) -> closure(row))
                .optional();
    }

    /** A closure and its hub. */
    record At(UUID hub, HubClosure closure) {}

    /** Returns the closures of these hubs that are not over, in order. */
    List<At> from(Collection<UUID> hubs, LocalDate day) {
        if (hubs.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select hub_id, id, first_day, last_day, reason from app.hub_closure
                        where tenant_id = :council and hub_id in (:hubs) and last_day >= :day
                        order by first_day, id""")
                .param("hubs", hubs)
                .param("day", day)
                .query((row, _) -> new At(row.getObject("hub_id", UUID.class), closure(row)))
                .list();
    }

    /** Returns the closures of these hubs that touch any day from one to another, in order. */
    List<At> between(Collection<UUID> hubs, LocalDate from, LocalDate to) {
        if (hubs.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select hub_id, id, first_day, last_day, reason from app.hub_closure
                        where tenant_id = :council and hub_id in (:hubs) and first_day <= :to and last_day >= :from
                        order by first_day, id""")
                .param("hubs", hubs)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new At(row.getObject("hub_id", UUID.class), closure(row)))
                .list();
    }

    public void add(HubId hub, HubClosure closure) {
        sql.sql("""
                        insert into app.hub_closure (tenant_id, id, version, hub_id, first_day, last_day, reason)
                        values (:council, :id, 0, :hub, :from, :to, :reason)""")
                .param("id", closure.id().value())
                .param("hub", hub.value())
                .param("from", closure.from())
                .param("to", closure.to())
                .param("reason", closure.reason())
                .update();
    }

    /** Deletes the closure, and returns false if there is none. */
    public boolean remove(HubId hub, ClosureId closure) {
        return sql.sql("""
                        delete from app.hub_closure
                        where tenant_id = :council and hub_id = :hub and id = :id""")
                        .param("hub", hub.value())
                        .param("id", closure.value())
                        .update()
                == 1;
    }

    private static HubClosure closure(ResultSet row) throws SQLException {
        return new HubClosure(
                new ClosureId(row.getObject("id", UUID.class)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"));
    }
}

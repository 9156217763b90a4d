package uk.alongside.conversations.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilContext;

/** Stores the search terms of each person, and finds people by them. */
@Repository
class PersonFinder {

    private final JdbcClient jdbc;

    PersonFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void index(Person person) {
        jdbc.sql("delete from app.person_term where tenant_id = :council and person_id = :person")
                .param("council", CouncilContext.council())
                .param("person", person.id())
                .update();
        var terms = person.searchTerms().terms();
        var rows = terms.stream().map(_ -> "(?, ?, ?)").collect(Collectors.joining(", "));
        var values = new ArrayList<Object>();
        for (var term : terms) {
            values.add(CouncilContext.council());
            values.add(term);
            values.add(person.id());
        }
        jdbc.sql("insert into app.person_term (tenant_id, term, person_id) values " + rows)
                .params(values)
                .update();
    }

    /** Finds the people who have, for each typed word, a term that begins with one of that word's beginnings. */
    Set<UUID> find(List<List<String>> words, int atMost) {
        var sql = new StringBuilder("select p.id from app.person p where p.tenant_id = ?");
        var values = new ArrayList<Object>();
        values.add(CouncilContext.council());
        for (var beginnings : words) {
            sql.append(" and p.id in (select t.person_id from app.person_term t where t.tenant_id = ? and (");
            values.add(CouncilContext.council());
            sql.append(
                    beginnings.stream().map(_ -> "t.term >= ? and t.term < ?").collect(Collectors.joining(" or ")));
            for (var beginning : beginnings) {
                values.add(beginning);
                values.add(after(beginning));
            }
            sql.append("))");
        }
        sql.append(" order by p.last_name, p.first_name, p.id limit ?");
        values.add(atMost);
        return Set.copyOf(
                jdbc.sql(sql.toString()).params(values).query(UUID.class).list());
    }

    /** Returns the first text that sorts after every text with this beginning. */
    private static String after(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(next);
    }
}

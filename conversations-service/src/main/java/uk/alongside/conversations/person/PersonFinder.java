package uk.alongside.conversations.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the search terms of each person, and finds people by them. */
@Repository
class PersonFinder {

    private final CouncilSql sql;

    PersonFinder(CouncilSql sql) {
        this.sql = sql;
    }

    void index(Person person) {
        var id = person.id().value();
        sql.sql("delete from app.person_term where tenant_id = :council and person_id = :person")
                .param("person", id)
                .update();
        var values = new HashMap<String, Object>(Map.of("person", id));
        var rows = person.searchTerms().terms().stream()
                .map(term -> "(:council, " + named(term, values) + ", :person)")
                .collect(Collectors.joining(", "));
        sql.sql("insert into app.person_term (tenant_id, term, person_id) values " + rows)
                .params(values)
                .update();
    }

    /** Finds the people who have, for each typed word, a term that begins with one of that word's beginnings. */
    Set<UUID> find(List<List<String>> words, int atMost) {
        var conditions = new StringBuilder();
        var values = new HashMap<String, Object>(Map.of("most", atMost));
        for (var beginnings : words) {
            conditions.append(
                    " and p.id in (select t.person_id from app.person_term t where t.tenant_id = :council and (");
            conditions.append(beginnings.stream()
                    .map(beginning -> "t.term >= " + named(beginning, values) + " and t.term < "
                            + named(after(beginning), values))
                    .collect(Collectors.joining(" or ")));
            conditions.append("))");
        }
        return Set.copyOf(sql.sql("select p.id from app.person p where p.tenant_id = :council" + conditions
                        + " order by coalesce(p.last_name, p.first_name), p.first_name, p.id limit :most")
                .params(values)
                .query(UUID.class)
                .list());
    }

    /** Adds a value under a new name, and returns the parameter for a statement. */
    private static String named(String value, Map<String, Object> values) {
        var name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** Returns the first text that sorts after every text with this beginning. */
    private static String after(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(next);
    }
}

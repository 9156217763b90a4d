package uk.alongside.conversations.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import uk.alongside.conversations.identifier.NhsNumber;
import uk.alongside.conversations.namesearch.NameTerms;
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
                .map(term -> "(:council, " + NameTerms.named(term, values) + ", :person)")
                .collect(Collectors.joining(", "));
        sql.sql("insert into app.person_term (tenant_id, term, person_id) values " + rows)
                .params(values)
                .update();
    }

    /** Makes other requests with this NHS number wait until the transaction ends. */
    void lock(NhsNumber number) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('nhs number ' || :council::text || :number, 0))")
                .param("number", number.digits())
                .query(row -> {});
    }

    /** Makes other merges of the council wait until the transaction ends. */
    void lockMerges() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('person merge ' || :council::text, 0))")
                .query(row -> {});
    }

    /** Finds the people who have, for each typed word, a term that begins with one of that word's beginnings. */
    Set<UUID> find(List<List<String>> words, int atMost) {
        var values = new HashMap<String, Object>(Map.of("most", atMost));
        var conditions = NameTerms.condition(
                " and p.id in (select t.person_id from app.person_term t where t.tenant_id = :council and ",
                words,
                values);
        return Set.copyOf(sql.sql("select p.id from app.person p where p.tenant_id = :council" + conditions
                        + " order by coalesce(p.last_name, p.first_name), p.first_name, p.id limit :most")
                .params(values)
                .query(UUID.class)
                .list());
    }
}

package uk.alongside.conversations.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.wall.CouncilSql;

/** The days of measures, without their answers. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DatedMeasures {

    private final CouncilSql sql;

    DatedMeasures(CouncilSql sql) {
        this.sql = sql;
    }

    /** A measure without its answers. */
    public record DatedMeasure(UUID id, String instrument, LocalDate day) {}

    /** Returns the measures of these people. */
    public List<DatedMeasure> of(Collection<PersonId> people) {
        return sql.sql("""
                        select m.id, m.instrument, m.day from app.measure m
                        where m.tenant_id = :council and m.person_id in (:people) and m.withdrawn_at is null""")
                .param("people", people.stream().map(PersonId::value).toList())
                .query((row, _) -> new DatedMeasure(
                        row.getObject("id", UUID.class),
                        row.getString("instrument"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }
}

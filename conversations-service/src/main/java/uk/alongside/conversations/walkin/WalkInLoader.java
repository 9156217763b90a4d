package uk.alongside.conversations.walkin;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.AttendanceRegister;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.foundation.audit.Audit;

/** Adds to a walk-in the details that an answer shows, and audits the person as read. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WalkInLoader {

    private final AttendanceRegister register;
    private final PersonDirectory people;
    private final Team team;
    private final Audit audit;

    WalkInLoader(AttendanceRegister register, PersonDirectory people, Team team, Audit audit) {
        this.register = register;
        this.people = people;
        this.team = team;
        this.audit = audit;
    }

    QueuedWalkIn describe(WalkIn walkIn) {
        var person = walkIn.person();
        var attendance = register.find(walkIn.attendance()).orElse(null);
        var with = attendance == null ? null : attendance.practitionerId();
        if (person != null) {
            audit.read("person", List.of(person.value()));
        }
        return new QueuedWalkIn(
                walkIn,
                attendance,
                person == null ? null : people.find(person).orElseThrow(),
                with == null ? null : team.names(List.of(with)).get(with));
    }
}

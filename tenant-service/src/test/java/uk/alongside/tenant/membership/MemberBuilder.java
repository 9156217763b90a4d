package uk.alongside.tenant.membership;

import java.util.Set;
import uk.alongside.foundation.caller.Role;
import uk.alongside.tenant.identity.Person;

/** An active member of the hub's staff, unless the test says otherwise. */
final class MemberBuilder {

    private Set<Role> roles = Set.of(Role.HUB_STAFF);
    private boolean suspended;

    static MemberBuilder aMember() {
        return new MemberBuilder();
    }

    MemberBuilder as(Role... roles) {
        this.roles = Set.of(roles);
        return this;
    }

    MemberBuilder suspended() {
        this.suspended = true;
        return this;
    }

    Member build() {
        var member = Member.person(
                new Person("http://localhost/realms/alongside", "0a1b"),
                "Priya Hollis",
                "priya@larkshire.example",
                roles);
        if (suspended) {
            member.edit(1, member.name(), roles, MemberStatus.SUSPENDED);
        }
        return member;
    }
}

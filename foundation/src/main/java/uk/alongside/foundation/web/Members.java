package uk.alongside.foundation.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.MemberLookup;

/**
 * Finds the active members of the bound council. The table is read for every request, so a revoked member, and a
 * support member whose time is over, is refused at the next one.
 */
final class Members {

    private final MemberLookup members;
    private final Clock clock;

    Members(MemberLookup members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    Optional<Caller> findActive(String issuer, String subject) {
        var council = CouncilContext.council();
        return members.findActive(issuer, subject, clock.instant(), (row, _) -> caller(council, row));
    }

    /** Returns whether no member is admitted because the council is suspended. */
    boolean isCouncilSuspended() {
        return members.isCouncilSuspended();
    }

    private static Caller caller(UUID council, ResultSet row) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (var word : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.of(word));
        }
        return new Caller(council, new MemberId(row.getObject("id", UUID.class)), row.getString("name"), roles);
    }
}

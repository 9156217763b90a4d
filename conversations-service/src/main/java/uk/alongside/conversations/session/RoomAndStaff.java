package uk.alongside.conversations.session;

import org.springframework.stereotype.Component;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.hub.RoomId;
import uk.alongside.conversations.session.SessionRefusal.NoSuchMember;
import uk.alongside.conversations.session.SessionRefusal.NoSuchRoom;
import uk.alongside.foundation.problem.Refused;

/** Checks that a session has a room of its hub and members of its council. */
@Component
public class RoomAndStaff {

    private final HubDirectory hubs;
    private final Team team;

    RoomAndStaff(HubDirectory hubs, Team team) {
        this.hubs = hubs;
        this.team = team;
    }

    /**
     * Returns the pattern with the name of its room, or throws {@link Refused}. A member who has left the council
     * may stay on the staff.
     */
    public SessionPattern resolve(HubId hub, SessionPattern wanted) {
        if (!team.names(wanted.staff()).keySet().containsAll(wanted.staff())) {
            throw new NoSuchMember().refused();
        }
        return wanted.roomId() == null
                ? wanted
                : wanted.inRoom(hubs.room(hub, new RoomId(wanted.roomId()))
                        .orElseThrow(() -> new NoSuchRoom().refused())
                        .name());
    }
}

package uk.alongside.conversations.session;

import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.session.SessionRefusal.NoSuchMember;
import uk.alongside.conversations.session.SessionRefusal.NoSuchRoom;

/** Sees to it that a session is held in a room that the hub has, by members that the council has. */
@Component
public class RoomAndStaff {

    private final HubDirectory hubs;
    private final Team team;

    RoomAndStaff(HubDirectory hubs, Team team) {
        this.hubs = hubs;
        this.team = team;
    }

    /** The same with the room's name, or throws {@link SessionRefused}. Somebody who has left may stay named. */
    public Arrangement found(UUID hub, Arrangement wanted) {
        if (!team.names(wanted.staff()).keySet().containsAll(wanted.staff())) {
            throw new SessionRefused(new NoSuchMember());
        }
        return wanted.roomId() == null
                ? wanted
                : wanted.inRoom(hubs.room(hub, wanted.roomId())
                        .orElseThrow(() -> new SessionRefused(new NoSuchRoom()))
                        .name());
    }
}

package uk.alongside.foundation.caller;

import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import uk.alongside.foundation.wall.NoCouncilBound;

/** Who is calling: the member row found under the fence, never a claim of the token. */
public record Caller(UUID council, UUID member, String name, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The member whose request this is. */
    public static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new NoCouncilBound("This work is not a member's request.");
    }

    /** Without the name: it ends up in logs. */
    @Override
    public String toString() {
        return "Caller[member=" + member + "]";
    }
}

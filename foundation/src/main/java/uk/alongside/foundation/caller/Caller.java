package uk.alongside.foundation.caller;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.NoCouncilBound;

/**
 * The member who is calling, as read from the member table behind row level security, never from a claim of the token.
 */
public record Caller(UUID council, MemberId member, String name, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Returns the member who sent this request. */
    public static Caller current() {
        return ifAny().orElseThrow(() -> new NoCouncilBound("This work is not a member's request."));
    }

    /** Returns the member who sent this request, or empty in the work of a job, a service or the operator. */
    public static Optional<Caller> ifAny() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Leaves the name out, because this text can end up in logs. */
    @Override
    public String toString() {
        return "Caller[member=" + member.value() + "]";
    }
}

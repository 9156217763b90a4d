package uk.alongside.tenant.secondfactor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.identity.Person;

/**
 * An active person on a council's staff.
 *
 * @param byRole true if a role of the member needs a second factor, whatever the council's rule says
 */
public record MemberToAsk(
        UUID id,
        long version,
        Person account,
        String name,
        @Nullable String email,
        boolean byRole) {

    /** Returns a text without the person, because the text ends up in logs. */
    @Override
    public String toString() {
        return "MemberToAsk[" + id + ", version " + version + "]";
    }
}

package uk.alongside.gateway.session;

import java.time.Instant;
import uk.alongside.gateway.memory.Digest;

/**
 * One of a person's sessions, as it is at this moment.
 *
 * @param session the id in Redis, which is the value of the owner's cookie and goes to no browser but that one
 * @param staff the person, with what ends the sign-in at Keycloak
 * @param current whether the request that asks belongs to this session
 */
public record OpenSession(String session, StaffSession staff, SignIn signIn, Instant lastUsed, boolean current) {

    /** Returns a name of the session for its owner's pages. It cannot be guessed, and no cookie can be made from it. */
    public String publicId() {
        return Digest.of("a sign-in for its owner's page: " + session);
    }

    @Override
    public String toString() {
        return "OpenSession[" + lastUsed + "]";
    }
}

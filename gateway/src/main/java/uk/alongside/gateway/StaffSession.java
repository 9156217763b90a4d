package uk.alongside.gateway;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the Redis session holds about a signed-in person.
 *
 * @param idToken tells Keycloak at sign-out which sign-in to end; it leaves the gateway to nobody else
 * @param pageToken what pages send back with each change; new after each choice of council, so that a page opened for
 *     another council can change nothing
 * @param acting for whom they work, once chosen
 */
record StaffSession(
        Person person,
        String idToken,
        String pageToken,
        @Nullable Acting acting) implements Serializable {

    static final String ATTRIBUTE = "staff";

    StaffSession actingFor(Acting chosen, String newPageToken) {
        return new StaffSession(person, idToken, newPageToken, chosen);
    }

    /**
     * Where the tokens of this choice are kept. A refresh that ends late, after another council was chosen, writes to
     * the old name, which nobody reads any more.
     */
    String tokensAttribute() {
        return "tokens:" + pageToken;
    }

    @Override
    public String toString() {
        return "StaffSession[" + acting + "]";
    }
}

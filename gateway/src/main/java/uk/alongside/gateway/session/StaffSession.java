package uk.alongside.gateway.session;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data that the Redis session holds about a signed-in person.
 *
 * @param idToken tells Keycloak at sign-out which sign-in to end; the gateway sends it nowhere else
 * @param pageToken the token that pages send with each change; it is new after each choice of council, so a page opened
 *     for another council cannot change anything
 * @param acting the council or role that they chose to work under
 * @param signIn when and how they signed in; a session of an earlier version does not say
 */
public record StaffSession(
        Person person,
        String idToken,
        String pageToken,
        @Nullable WorkContext acting,
        @Nullable SignIn signIn) implements SessionValue {

    static final String ATTRIBUTE = "staff";

    /** The claim that names the provider of a sign-in. People with an account of ours have none. */
    public static final String PROVIDER = "identity_provider";

    private static final String TOKENS = "tokens:";

    public StaffSession {
        Objects.requireNonNull(person);
        Objects.requireNonNull(idToken);
        Objects.requireNonNull(pageToken);
    }

    StaffSession actingFor(WorkContext chosen, String newPageToken) {
        return new StaffSession(person, idToken, newPageToken, chosen, signIn);
    }

    /**
     * Returns the name under which this choice's tokens are kept. A refresh that finishes late, after another council
     * was chosen, writes to the old name, which is no longer read.
     */
    public String tokensAttribute() {
        return TOKENS + pageToken;
    }

    /**
     * Returns Keycloak's name for the sign-in, or the ID token if it has none. Two sessions have the same one if their browser signed in once, and lost the
     * cookie of the first session.
     */
    public String nameAtKeycloak() {
        var name = claim("sid");
        return name == null ? idToken : name;
    }

    /** Returns true for a sign-in through a council's own provider. Its people have no password of ours. */
    public boolean throughCouncil() {
        return provider().isPresent();
    }

    /** Returns the alias of the council's own provider through which the person came. */
    Optional<String> provider() {
        return Optional.ofNullable(claim(PROVIDER));
    }

    private @Nullable String claim(String name) {
        try {
            return JWTParser.parse(idToken).getJWTClaimsSet().getStringClaim(name);
        } catch (ParseException e) {
            return null;
        }
    }

    /** Returns true if an attribute of this name may hold this value. */
    static boolean mayHold(String attribute, SessionValue value) {
        return switch (value) {
            case StaffSession _ -> attribute.equals(ATTRIBUTE);
            case Tokens _ -> attribute.startsWith(TOKENS);
        };
    }

    @Override
    public String toString() {
        return "StaffSession[" + acting + "]";
    }
}

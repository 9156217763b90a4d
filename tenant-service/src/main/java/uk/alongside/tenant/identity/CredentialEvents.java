package uk.alongside.tenant.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The realm's record of passwords, passkeys, authenticator apps and recovery codes that people changed or removed on
 * Keycloak's pages.
 */
@Component
public class CredentialEvents {

    private static final int AT_ONCE = 500;

    private static final String CHANGES = "/events?type=UPDATE_CREDENTIAL&type=REMOVE_CREDENTIAL";
    private static final String REMOVAL = "REMOVE_CREDENTIAL";

    private static final ParameterizedTypeReference<List<Event>> EVENTS = new ParameterizedTypeReference<>() {};

    private final RestClient admin;
    private final String issuer;

    CredentialEvents(
            IdentityProperties properties,
            OwnToken token,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        this.admin = token.administration(properties.admin(), properties.connectTimeout(), properties.readTimeout());
        this.issuer = issuer;
    }

    record Event(
            long time,
            @Nullable String type,
            @Nullable String userId,
            @Nullable Map<String, String> details) {}

    /** The kinds of change that people make to their credentials themselves. */
    public enum Kind {
        PASSWORD,
        APP,
        APP_REMOVED,
        PASSKEY,
        PASSKEY_REMOVED,
        RECOVERY_CODES
    }

    /**
     * A change of a credential by its owner.
     *
     * @param time Keycloak's time of it, in milliseconds since 1970
     */
    public record Change(Person person, Kind kind, long time) {}

    /** Returns the time of the latest change, or 0 if there is none. */
    public long latest() {
        return Keycloak.asking(() -> events(CHANGES + "&max=1").stream()
                .mapToLong(Event::time)
                .findFirst()
                .orElse(0));
    }

    /** Returns the changes after this time, the oldest first. */
    public List<Change> after(long time) {
        return Keycloak.asking(() ->
                events(CHANGES + "&direction=asc&max=" + AT_ONCE + "&dateFrom=" + (time + 1)).stream()
                        .filter(event -> event.time() > time)
                        .flatMap(event -> kind(event)
                                .map(kind -> new Change(
                                        new Person(issuer, Objects.requireNonNullElse(event.userId(), "")),
                                        kind,
                                        event.time()))
                                .stream())
                        .toList());
    }

    private List<Event> events(String query) {
        return admin.get().uri(query).retrieve().requiredBody(EVENTS);
    }

    private static Optional<Kind> kind(Event event) {
        var type = event.details() == null ? null : event.details().get("credential_type");
        boolean removed = REMOVAL.equals(event.type());
        return switch (type) {
            case "password" -> removed ? Optional.empty() : Optional.of(Kind.PASSWORD);
            case "otp" -> Optional.of(removed ? Kind.APP_REMOVED : Kind.APP);
            case "webauthn" -> Optional.of(removed ? Kind.PASSKEY_REMOVED : Kind.PASSKEY);
            case "recovery-authn-codes" -> removed ? Optional.empty() : Optional.of(Kind.RECOVERY_CODES);
            case null, default -> Optional.empty();
        };
    }
}

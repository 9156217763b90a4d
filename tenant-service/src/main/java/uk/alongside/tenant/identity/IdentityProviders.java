package uk.alongside.tenant.identity;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import uk.alongside.tenant.identity.IdentityRefusal.DomainTaken;

/**
 * The realm's identity providers: at most one a council, linked to the council's organization. Each method completes an
 * earlier request that was interrupted.
 */
@Component
public class IdentityProviders {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Map<String, Object>>> OBJECTS =
            new ParameterizedTypeReference<>() {};

    /** Keycloak writes this in the place of a secret, and keeps its secret when it is sent back. */
    private static final String SECRET_KEPT = "**********";

    /** The realm's flow that asks for our second factor if the council's sign-in names none. */
    private static final String AFTER_SIGN_IN = "after a council sign-in";

    /** The attribute with the methods of the latest sign-in (RFC 8176), which the realm's flow reads. */
    private static final String METHODS = "methods-of-council-sign-in";

    /** The method that says that a second factor was used. */
    private static final String SECOND_FACTOR_USED = "mfa";

    /** The seconds by which the clock of a council's provider may differ from Keycloak's. */
    private static final String CLOCK_SKEW_SECONDS = "60";

    /** The client through which people sign in. */
    private static final String GATEWAY = "gateway";

    /** The claims that councils' sign-ins need in a token, each with the note of Keycloak's session that it comes from. */
    private static final Map<String, String> CLAIMS =
            Map.of("identity_provider", "identity_provider", "auth_time", "AUTH_TIME");

    private final RestClient admin;

    IdentityProviders(IdentityProperties properties, OwnToken token) {
        this.admin = token.administration(properties.admin(), properties.connectTimeout(), properties.readTimeout());
    }

    /** Returns the alias of the council's identity provider. */
    public static String alias(UUID organization) {
        return "council-" + organization;
    }

    /**
     * Connects the council's identity provider, or changes its connection. It is on only after Keycloak has linked it to
     * an organization with a domain: Keycloak refuses addresses of other domains only then. It is not turned on while the
     * gateway's tokens name no provider.
     */
    public void connect(UUID organization, ProviderConnection connection) {
        Keycloak.asking(() -> {
            if (connection.enabled()) {
                requireClaims();
            }
            var alias = alias(organization);
            if (find(alias).isEmpty()) {
                admin.post()
                        .uri("/identity-provider/instances")
                        .contentType(APPLICATION_JSON)
                        .body(representation(organization, connection, null, false))
                        .retrieve()
                        .toBodilessEntity();
            }
            link(organization, alias);
            map(alias, "groups", connection.groupsClaim(), attribute(organization));
            map(alias, "address", "email", "address-of-" + organization);
            map(alias, "verified", "email_verified", "address-verified-of-" + organization);
            map(alias, "methods", "amr", METHODS);
            // The link belongs to the representation, so the present one is read again before it is replaced.
            var linked = find(alias).orElseThrow(() -> Keycloak.because("lost an identity provider"));
            if (!organization.toString().equals(linked.get("organizationId")) || !hasDomain(organization)) {
                throw Keycloak.because("has an identity provider without the domains of its organization");
            }
            replace(alias, representation(organization, connection, linked, connection.enabled()));
            return organization;
        });
    }

    /**
     * Requires that the gateway's tokens name the provider through which a person came, and the time. Without the first
     * the services would take the sign-in for one with a password, which opens every council of the person. Without the
     * second tenant-service could not tell a new sign-in, whose groups count.
     */
    private void requireClaims() {
        var gateway = list("/clients?clientId={id}", GATEWAY).stream()
                .findFirst()
                .orElseThrow(() -> Keycloak.because("has no client " + GATEWAY));
        var claims = list("/clients/{id}/default-client-scopes", id(gateway)).stream()
                .flatMap(scope -> list("/client-scopes/{id}/protocol-mappers/models", id(scope)).stream())
                .flatMap(mapper -> mapper.get("config") instanceof Map<?, ?> config ? Stream.of(config) : Stream.of())
                .filter(config -> "true".equals(config.get("access.token.claim")))
                .toList();
        CLAIMS.forEach((claim, note) -> {
            if (claims.stream()
                    .noneMatch(config ->
                            claim.equals(config.get("claim.name")) && note.equals(config.get("user.session.note")))) {
                throw Keycloak.because("does not write the claim " + claim + " into the tokens of " + GATEWAY
                        + ", because a client scope of the realm file is missing or changed");
            }
        });
    }

    private static String id(Map<String, Object> representation) {
        return String.valueOf(representation.get("id"));
    }

    private List<Map<String, Object>> list(String path, String value) {
        return admin.get().uri(path, value).retrieve().requiredBody(OBJECTS);
    }

    /**
     * Replaces the e-mail domains of the council's organization. A domain belongs to one organization of the realm, so
     * Keycloak refuses the domain of another council. Without a domain Keycloak would take any address, so the identity
     * provider is turned off before the last domain goes.
     */
    public void own(UUID organization, List<String> domains) {
        Keycloak.asking(() -> {
            if (domains.isEmpty()) {
                turnOff(organization);
            }
            var whole = organization(organization);
            whole.put(
                    "domains",
                    domains.stream()
                            .map(domain -> Map.of("name", domain, "verified", true))
                            .toList());
            try {
                return admin.put()
                        .uri("/organizations/{id}", organization)
                        .contentType(APPLICATION_JSON)
                        .body(whole)
                        .retrieve()
                        .toBodilessEntity();
            } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.Conflict _) {
                throw new DomainTaken().refused();
            }
        });
    }

    private void turnOff(UUID organization) {
        find(alias(organization)).ifPresent(present -> {
            present.put("enabled", false);
            replace(alias(organization), present);
        });
    }

    private void replace(String alias, Map<String, Object> representation) {
        admin.put()
                .uri("/identity-provider/instances/{alias}", alias)
                .contentType(APPLICATION_JSON)
                .body(representation)
                .retrieve()
                .toBodilessEntity();
    }

    private Map<String, Object> organization(UUID organization) {
        return admin.get().uri("/organizations/{id}", organization).retrieve().requiredBody(OBJECT);
    }

    private boolean hasDomain(UUID organization) {
        return organization(organization).get("domains") instanceof List<?> domains && !domains.isEmpty();
    }

    /**
     * The claims of the council's identity provider at a person's latest sign-in.
     *
     * @param email null if it named no address
     * @param unverified true if it said that it has not verified the address; Entra ID says nothing about that
     * @param usedSecondFactor true if it said that the person used a second factor of the council's
     */
    public record Named(List<String> groups, @Nullable String email, boolean unverified, boolean usedSecondFactor) {

        /** Returns a text without the address, because the text can end up in logs. */
        @Override
        public String toString() {
            return "Named[" + groups.size() + " groups]";
        }
    }

    /** Returns what this council's identity provider said at the person's latest sign-in. */
    public Named named(UUID organization, String subject) {
        return Keycloak.asking(() -> {
            var attributes = admin.get()
                    .uri("/users/{id}/unmanagedAttributes", subject)
                    .retrieve()
                    .requiredBody(new ParameterizedTypeReference<Map<String, List<String>>>() {});
            return new Named(
                    attributes.getOrDefault(attribute(organization), List.of()),
                    attributes.getOrDefault("address-of-" + organization, List.of()).stream()
                            .findFirst()
                            .orElse(null),
                    attributes
                            .getOrDefault("address-verified-of-" + organization, List.of())
                            .contains("false"),
                    attributes.getOrDefault(METHODS, List.of()).contains(SECOND_FACTOR_USED));
        });
    }

    private Optional<Map<String, Object>> find(String alias) {
        try {
            return Optional.of(admin.get()
                    .uri("/identity-provider/instances/{alias}", alias)
                    .retrieve()
                    .requiredBody(OBJECT));
        } catch (HttpClientErrorException.NotFound _) {
            return Optional.empty();
        }
    }

    private void link(UUID organization, String alias) {
        try {
            admin.post()
                    .uri("/organizations/{id}/identity-providers", organization)
                    .contentType(APPLICATION_JSON)
                    .body(alias)
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.Conflict | HttpClientErrorException.BadRequest _) {
            // It is linked already; a link to another organization is impossible, because the alias is this council's.
        }
    }

    private static Map<String, Object> representation(
            UUID organization, ProviderConnection connection, @Nullable Map<String, Object> present, boolean enabled) {
        var whole = new HashMap<String, Object>(present == null ? Map.of() : present);
        var config = new HashMap<Object, Object>();
        if (whole.get("config") instanceof Map<?, ?> known) {
            config.putAll(known);
        }
        config.put("issuer", connection.issuer());
        config.put("authorizationUrl", connection.authorization().toString());
        config.put("tokenUrl", connection.token().toString());
        config.put("jwksUrl", connection.keys().toString());
        config.put("useJwksUrl", "true");
        config.put("validateSignature", "true");
        config.put("disableUserInfo", "true");
        config.put("clientId", connection.clientId());
        config.put("clientSecret", connection.clientSecret() == null ? SECRET_KEPT : connection.clientSecret());
        config.put("clientAuthMethod", "client_secret_post");
        config.put("defaultScope", "openid profile email");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("backchannelSupported", "true");
        config.put("allowedClockSkew", CLOCK_SKEW_SECONDS);
        // The e-mail address stays as it was at the first sign-in: it decides whose account this is.
        config.put("syncMode", "IMPORT");
        config.put("kc.org.domain", "ANY");
        config.put("kc.org.broker.redirect.mode.email-matches", "true");
        if (connection.endSession() == null) {
            config.remove("logoutUrl");
        } else {
            config.put("logoutUrl", connection.endSession().toString());
        }
        whole.put("alias", alias(organization));
        whole.put("displayName", connection.displayName());
        whole.put("providerId", "oidc");
        whole.put("enabled", enabled);
        whole.put("trustEmail", true);
        whole.put("storeToken", false);
        whole.put("linkOnly", false);
        whole.put("hideOnLogin", true);
        whole.put("firstBrokerLoginFlowAlias", "first broker login");
        whole.put("postBrokerLoginFlowAlias", AFTER_SIGN_IN);
        whole.put("config", config);
        return whole;
    }

    /** Copies a claim to an attribute of the user at each sign-in, and empties the attribute if the claim is missing. */
    private void map(String alias, String name, String claim, String attribute) {
        var mappers = admin.get()
                .uri("/identity-provider/instances/{alias}/mappers", alias)
                .retrieve()
                .requiredBody(OBJECTS);
        var present = mappers.stream()
                .filter(mapper -> name.equals(mapper.get("name")))
                .findFirst();
        var mapper = new HashMap<String, Object>(present.orElse(Map.of()));
        mapper.put("name", name);
        mapper.put("identityProviderAlias", alias);
        mapper.put("identityProviderMapper", "oidc-user-attribute-idp-mapper");
        mapper.put("config", Map.of("claim", claim, "user.attribute", attribute, "syncMode", "FORCE"));
        if (present.isPresent()) {
            admin.put()
                    .uri(
                            "/identity-provider/instances/{alias}/mappers/{id}",
                            alias,
                            present.get().get("id"))
                    .contentType(APPLICATION_JSON)
                    .body(mapper)
                    .retrieve()
                    .toBodilessEntity();
        } else {
            admin.post()
                    .uri("/identity-provider/instances/{alias}/mappers", alias)
                    .contentType(APPLICATION_JSON)
                    .body(mapper)
                    .retrieve()
                    .toBodilessEntity();
        }
    }

    /** Returns the attribute of a user that holds the groups of this council's sign-in, and of no other's. */
    private static String attribute(UUID organization) {
        return "groups-of-" + organization;
    }
}

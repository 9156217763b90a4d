package uk.alongside.gateway.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of an installation; README.md has the table.
 *
 * @param publicUrl the address where browsers reach the gateway; never read from a request, because its Host can be
 *     forged
 * @param bodyLimit the largest request body that is passed on, except for the addresses in {@code bodies}
 * @param bodies the addresses that take another type than JSON, or a larger body
 * @param trustedProxies addresses or networks (CIDR) of the proxies whose X-Forwarded-For counts
 */
@ConfigurationProperties("alongside")
@Validated
public record GatewaySettings(
        @NotNull URI publicUrl,
        @NotNull DataSize bodyLimit,
        List<@Valid Body> bodies,
        List<String> trustedProxies,
        @Valid @NotNull Keycloak keycloak,
        @Valid @NotNull Session session,
        @Valid @NotNull Limits limits,
        @Valid @NotNull Connections connections) {

    public GatewaySettings {
        bodies = List.copyOf(bodies);
        trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * The body that one address takes.
     *
     * @param path a pattern of the address
     * @param type the only media type that it takes
     */
    public record Body(
            @NotBlank String method,
            @NotBlank String path,
            @NotBlank String type,
            @NotNull DataSize limit) {}

    /** Returns an address below the public one. */
    public String publicUrl(String path) {
        return publicUrl.toString().replaceAll("/+$", "") + path;
    }

    /**
     * The realm that signs people in.
     *
     * @param issuer the realm as browsers and tokens name it
     * @param internal the same realm as the gateway reaches it, if that address differs
     */
    public record Keycloak(
            @NotNull URI issuer,
            @Nullable URI internal,
            @NotBlank String clientSecret) {

        /** Returns an address for browsers. */
        public String forBrowser(String path) {
            return issuer + "/protocol/openid-connect/" + path;
        }

        /** Returns an address for the gateway's own calls. */
        public String forGateway(String path) {
            return (internal == null ? issuer : internal) + "/protocol/openid-connect/" + path;
        }

        /** Returns the address of the realm's signing keys. */
        public URL keys() {
            try {
                return URI.create(forGateway("certs")).toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("The address of Keycloak must begin with http or https", e);
            }
        }

        /** Returns scheme, host and port, as a content security policy needs them. */
        public String origin() {
            return issuer.getScheme() + "://" + issuer.getAuthority();
        }

        @Override
        public String toString() {
            return "Keycloak[issuer=" + issuer + ", internal=" + internal + "]";
        }
    }

    /**
     * The times of sign-ins through a council's own provider, which must notice that a person has left.
     *
     * @param renewAfter how long after the provider named the person it is asked again, when they open the next page
     * @param atMost how long after it a session ends, if the provider did not name the person again
     */
    public record ThroughCouncil(
            @NotNull Duration renewAfter, @NotNull Duration atMost) {}

    /**
     * The rules by which sessions and sign-ins are kept.
     *
     * @param idle how long a session lasts without a request
     * @param seenEvery how often the time of the last request is written
     * @param signingIn how long a sign-in may take
     * @param throughCouncil the times of sign-ins through a council's own provider
     * @param cookieKey the secret that seals the cookie of a sign-in in progress; all gateways of an installation share it
     */
    public record Session(
            @NotNull Duration idle,
            @NotNull Duration seenEvery,
            @NotNull Duration signingIn,
            @Valid @NotNull ThroughCouncil throughCouncil,
            @NotBlank @Size(min = 32) String cookieKey) {

        @Override
        public String toString() {
            return "Session[idle=" + idle + ", seenEvery=" + seenEvery + ", signingIn=" + signingIn + "]";
        }
    }

    /**
     * The token buckets of the rate limits, and the number of event streams.
     *
     * @param person for each signed-in person or machine client
     * @param address for each address before sign-in
     * @param signIn for each address that starts to sign in
     * @param refusalDelay how long a caller over a limit waits for the refusal, on average
     * @param openBoards how many event streams one person may keep open
     */
    public record Limits(
            @Valid @NotNull Limit person,
            @Valid @NotNull Limit address,
            @Valid @NotNull Limit signIn,
            @NotNull Duration refusalDelay,
            @Min(1) int openBoards) {}

    /** The requests allowed per second, and how many may arrive at once. */
    public record Limit(@Min(1) int perSecond, @Min(1) int burst) {

        public int mostAtOnce() {
            return Math.max(burst, perSecond);
        }
    }

    /**
     * The limits of connections.
     *
     * @param idle how long a connection may wait for its next request
     * @param head how long the head of a request may take
     * @param bodyPause how long the sender of a body may pause
     * @param body how long a body may take
     * @param perAddress how many connections one address may hold, unless it is a trusted proxy
     */
    public record Connections(
            @NotNull Duration idle,
            @NotNull Duration head,
            @NotNull Duration bodyPause,
            @NotNull Duration body,
            @Min(1) int perAddress) {}
}

package uk.alongside.conversations;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Signs tokens as the realm would. The end-to-end tests check what the real Keycloak issues. */
public final class Tokens {

    public static final String ISSUER = "http://localhost/realms/alongside";

    private static final RSAKey KEY = key();
    private static final String KEY_SET = serve();

    private Tokens() {}

    static String keySet() {
        return KEY_SET;
    }

    /** Signs a token of a member who acts for the council. */
    public static String of(String subject, UUID council) {
        return signed(claims -> claims.subject(subject)
                .claim("azp", "gateway")
                .claim("organization", Map.of("larkshire", Map.of("id", council.toString()))));
    }

    /** Signs a token of the service account with which tenant-service calls this service. */
    public static String ofTenantService() {
        return signed(claims -> claims.subject("service-account-tenant-service").claim("azp", "tenant-service"));
    }

    /** Signs an ordinary token with the changes that the test makes. */
    public static String signed(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return signed(KEY, claims);
    }

    /** Signs a token with an unknown key. */
    public static String forged(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return signed(key(), claims);
    }

    private static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> claims) {
        var now = Instant.now();
        var builder = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("conversations-service"))
                .claim("typ", "Bearer")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                    claims.apply(builder).build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var body = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/keys", exchange -> {
                try (exchange) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

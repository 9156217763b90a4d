package uk.alongside.foundation.trial;

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

/** Signs tokens in the form of our realm, so that tests can try tokens that Keycloak would never issue. */
public final class Issuer implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;

    public Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    String name() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/alongside";
    }

    String keys() {
        return "http://localhost:" + server.getAddress().getPort() + "/keys";
    }

    /** Returns a valid token of this person for this council. */
    String token(String subject, UUID council) {
        return token(subject, claims -> claims.claim("organization", Map.of("x", Map.of("id", council.toString()))));
    }

    String token(String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(key, subject, change);
    }

    String signed(RSAKey with, String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(name())
                .subject(subject)
                .audience(List.of("tenant-service", "conversations-service"))
                .claim("azp", "gateway")
                .claim("typ", "Bearer")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(),
                change.apply(claims).build());
        try {
            token.sign(new RSASSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

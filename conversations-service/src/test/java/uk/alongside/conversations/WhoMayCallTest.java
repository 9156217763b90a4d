package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class WhoMayCallTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private UUID member;
    private Api staff;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        member = UUID.randomUUID();
        staff = council.member(member, "active", 1, "hub-staff");
    }

    @Test
    void aMemberMay() {
        assertThat(staff.get("/api/council").status()).isEqualTo(200);
    }

    @Test
    void nobodyMayWithoutAToken() {
        assertThat(new Api(port, "").get("/api/council").status()).isEqualTo(401);
        assertThat(new Api(port, "").get("/api/council").problem()).isEqualTo("signed-out");
    }

    @Test
    void nobodyMayWithATokenThatIsNotOurs() {
        assertRefused(
                401,
                null,
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60))));
        assertRefused(401, null, claims -> claims.issuer("http://localhost/realms/other"));
        assertRefused(401, null, claims -> claims.audience(List.of("tenant-service")));
        assertThat(new Api(port, Tokens.forged(this::ofMember))
                        .get("/api/council")
                        .status())
                .isEqualTo(401);
        var unsigned = new PlainJWT(ofMember(new JWTClaimsSet.Builder()
                        .issuer(Tokens.ISSUER)
                        .audience("conversations-service")
                        .claim("typ", "Bearer")
                        .expirationTime(Date.from(Instant.now().plusSeconds(60))))
                .build());
        assertThat(unsigned.getHeader().getAlgorithm()).isNotEqualTo(JWSAlgorithm.RS256);
        assertThat(new Api(port, unsigned.serialize()).get("/api/council").status())
                .isEqualTo(401);
    }

    @Test
    void nobodyMayWithoutExactlyOneCouncil() {
        assertRefused(403, "no-council", claims -> claims.claim("organization", null));
        assertRefused(
                403,
                "no-council",
                claims -> claims.claim(
                        "organization",
                        Map.of(
                                "larkshire", Map.of("id", council.id().toString()),
                                "meadowshire", Map.of("id", UUID.randomUUID().toString()))));
    }

    @Test
    void aStrangerMayNot() {
        assertRefused(403, "not-a-member", claims -> claims.subject("somebody-else"));
        assertRefused(
                403,
                "not-a-member",
                claims -> claims.claim(
                        "organization",
                        Map.of("meadowshire", Map.of("id", UUID.randomUUID().toString()))));
    }

    @Test
    void aMemberMayNotFromTheMomentTheyAreSuspended() {
        council.member(member, "suspended", 2, "hub-staff");

        var refused = staff.get("/api/council");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("not-a-member");
    }

    @Test
    void aMemberMayDoWhatTheirRolesSayNow() {
        assertThat(staff.post("/api/people/search", "{\"text\": \"el\"}").status())
                .isEqualTo(200);

        council.member(member, "active", 2, "viewer");

        var refused = staff.post("/api/people/search", "{\"text\": \"el\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("not-allowed");
        assertThat(staff.get("/api/council").status()).isEqualTo(200);
    }

    @Test
    void nobodyButTenantServiceMayTellUsThings() {
        var path = "/internal/councils/" + council.id() + "/settings";
        var body = """
                {"version": 9, "name": "Taken", "alias": "taken", "talkingPoint": "x", "demonstration": false}""";

        assertThat(staff.put(path, body).status()).isEqualTo(403);
        assertThat(new Api(port, "").put(path, body).status()).isEqualTo(401);
        assertThat(new Api(port, Tokens.signed(claims -> claims.subject("x").claim("azp", "larkshire-import")))
                        .put(path, body)
                        .status())
                .isEqualTo(403);
        assertThat(new Api(
                                port,
                                Tokens.signed(claims -> claims.subject("x")
                                        .claim("azp", "tenant-service")
                                        .audience(List.of("tenant-service"))))
                        .put(path, body)
                        .status())
                .isEqualTo(401);
        assertThat(council.tenantService().get("/api/council").status()).isEqualTo(403);
        assertThat(staff.get("/api/council").json().path("name").asString()).isEqualTo("Larkshire Council");
    }

    private JWTClaimsSet.Builder ofMember(JWTClaimsSet.Builder claims) {
        return claims.subject("subject-" + member)
                .claim("azp", "gateway")
                .claim(
                        "organization",
                        Map.of("larkshire", Map.of("id", council.id().toString())));
    }

    private void assertRefused(int status, @Nullable String problem, UnaryOperator<JWTClaimsSet.Builder> change) {
        var answer = new Api(port, Tokens.signed(claims -> change.apply(ofMember(claims)))).get("/api/council");

        assertThat(answer.status()).isEqualTo(status);
        if (problem != null) {
            assertThat(answer.problem()).isEqualTo(problem);
        }
    }
}

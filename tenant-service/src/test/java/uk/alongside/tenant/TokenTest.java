package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how far each caller's token gets. A service account becomes a member of organizations as a person would. */
class TokenTest extends TenantServiceTest {

    private static final String CLIENT = "meadowshire-import";

    private NewCouncil council;
    private String id;

    @BeforeEach
    void foundACouncil() {
        council = aCouncil();
        id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
    }

    @AfterEach
    void leaveAllOrganizations() {
        var account = REALM.serviceAccount(CLIENT);
        var admin = REALM.admin();
        admin.get("/organizations/members/" + account + "/organizations")
                .body()
                .valueStream()
                .map(organization -> organization.path("id").asString())
                .forEach(organization -> admin.delete("/organizations/" + organization + "/members/" + account));
    }

    @Test
    void ofAnOperatorIsLetIn() {
        assertThat(operator().get("/api/councils").status()).isEqualTo(200);
    }

    @Test
    void isNeeded() {
        var answer = as(null).get("/api/councils");

        assertThat(answer.summary()).isEqualTo("401 signed-out");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void withoutACouncilIsRefused() {
        assertThat(as(REALM.token(CLIENT)).get("/api/councils").summary()).isEqualTo("403 no-council");
    }

    @Test
    void withoutACouncilIsRefusedWhateverTheRequestNames() {
        var caller = as(REALM.token(CLIENT));
        var request = caller.request("/api/councils/" + id + "?tenant_id=" + id)
                .header("X-Tenant-Id", id)
                .header("Alongside-Council", id);

        assertThat(caller.send(request.GET()).summary()).isEqualTo("403 no-council");
    }

    @Test
    void ofAMemberIsOfTheirCouncilButNoOperators() {
        addTheClient();

        var answer = as(REALM.token(CLIENT, "organization:" + council.alias())).get("/api/councils/" + id);

        assertThat(answer.summary()).isEqualTo("403 not-allowed");
        assertThat(answer.header("Alongside-Council")).isEqualTo(id);
    }

    @Test
    void ofAMemberIsRefusedFromTheMomentTheyAreSuspended() {
        var member = addTheClient();
        var token = REALM.token(CLIENT, "organization:" + council.alias());
        assertThat(as(token).get("/api/councils").summary()).isEqualTo("403 not-allowed");

        as(token).put("/api/members/" + member, """
                {"name": "Import", "roles": ["lead"], "status": "suspended"}""", "\"1\"");

        assertThat(as(token).get("/api/councils").summary()).isEqualTo("403 not-a-member");
    }

    @Test
    void ofSomebodyWhomOnlyKeycloakCallsAMemberIsRefused() {
        join(id);

        assertThat(as(REALM.token(CLIENT, "organization:" + council.alias()))
                        .get("/api/councils")
                        .summary())
                .isEqualTo("403 not-a-member");
    }

    @Test
    void ofTwoCouncilsIsRefused() {
        addTheClient();
        var other = aCouncil();
        join(operator()
                .post("/api/councils", other.json())
                .body()
                .path("council")
                .path("id")
                .asString());
        var token = REALM.token(CLIENT, "organization:*");
        assertThat(Realm.claims(token).path("organization")).hasSize(2);

        assertThat(as(token).get("/api/councils").summary()).isEqualTo("403 no-council");
    }

    @Test
    void ofACouncilThatIsNoneOfOursIsRefused() {
        var alias = "x" + UUID.randomUUID().toString().substring(0, 8);
        REALM.admin().post("/organizations", "{\"name\": \"%1$s\", \"alias\": \"%1$s\"}".formatted(alias));
        join(REALM.organizations(alias).path(0).path("id").asString());

        assertThat(as(REALM.token(CLIENT, "organization:" + alias))
                        .get("/api/councils")
                        .summary())
                .isEqualTo("403 not-a-member");
    }

    @Test
    void ofAnotherRealmIsRefused() {
        assertThat(as(REALM.masterToken()).get("/api/councils").summary()).isEqualTo("401 signed-out");
    }

    @Test
    void forAnotherServiceIsRefused() {
        var ownOfThisService = REALM.token("tenant-service");
        assertThat(Realm.claims(ownOfThisService).path("aud").toString()).doesNotContain("\"tenant-service\"");

        assertThat(as(ownOfThisService).get("/api/councils").summary()).isEqualTo("401 signed-out");
    }

    /** Tests the token that was really sent, not only the one that the realm would give. */
    @Test
    void thatIsSentToThePeerAdministersNothingAtKeycloak() {
        eventually(
                Duration.ofMinutes(2),
                () -> !PEER.puts("/internal/councils/" + id + "/settings").isEmpty());
        var sent =
                PEER.puts("/internal/councils/" + id + "/settings").getFirst().token();

        assertThat(Realm.claims(sent).path("azp").asString()).isEqualTo("tenant-service");
        assertThat(Realm.claims(sent).has("resource_access")).isFalse();
        assertThat(REALM.adminAs(REALM.token("tenant-service"))
                        .get("/users?max=1")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thatWasChangedOrSignedByNobodyIsRefused() {
        var token = REALM.operator();
        var payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        var signature = token.substring(token.lastIndexOf('.') + 1);
        var none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        var changed = base64(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8)
                .replace("\"exp\":", "\"exp\":9"));
        var header = token.substring(0, token.indexOf('.'));

        assertThat(List.of(
                        none + "." + payload + ".",
                        none + "." + payload + "." + signature,
                        header + "." + changed + "." + signature,
                        header + "." + payload + "."))
                .allSatisfy(forged ->
                        assertThat(as(forged).get("/api/councils").status()).isEqualTo(401));
        assertThat(as(token).get("/api/councils").status()).isEqualTo(200);
    }

    @Test
    void thatHasRunOutIsRefused() throws InterruptedException {
        var client = "runs-out-" + UUID.randomUUID().toString().substring(0, 8);
        REALM.admin().post("/clients", """
                {"clientId": "%s", "secret": "secret", "publicClient": false, "standardFlowEnabled": false,
                 "serviceAccountsEnabled": true, "attributes": {"access.token.lifespan": "1"},
                 "defaultClientScopes": ["basic", "to-services"]}""".formatted(client));
        var token = new AtomicReference<>("");
        // A token may have run out on the way here, if the machine was busy.
        eventually(Duration.ofMinutes(1), () -> {
            token.set(REALM.tokenFor(client, "secret"));
            return as(token.get()).get("/api/councils").summary().equals("403 no-council");
        });

        Thread.sleep(7_000);

        assertThat(as(token.get()).get("/api/councils").summary()).isEqualTo("401 signed-out");
    }

    private String addTheClient() {
        return machine(id, "Import", CLIENT, "lead");
    }

    private static void join(String organization) {
        REALM.admin().post("/organizations/" + organization + "/members", REALM.serviceAccount(CLIENT));
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

package uk.alongside.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

/** A lead connects the council's own sign-in, and staff come in, get roles by their groups, and lose them. */
class CouncilSignInJourneyTest extends TenantServiceTest {

    private static final String SETTINGS = "/api/settings/sign-in-provider";

    private final CouncilRealm realm = CouncilRealm.create(REALM);
    private final NewCouncil council = aCouncil();
    private final String domain = council.alias() + ".example";
    private final String email = "ida@" + domain;

    @Test
    void givesAndTakesRolesByGroups() {
        var id = connected();
        realm.add(email, List.of("Leads"), List.of("mfa"));

        var ida = signIn(id);
        assertThat(ida.get("/api/members").status()).isEqualTo(200);

        realm.change(email, List.of("Staff"), List.of("mfa"));
        var without = signIn(id).get("/api/members");
        assertThat(without.summary()).isEqualTo("403 no-role-given");
        assertThat(without.body().path("leadNames").toString()).contains("Lena Marsh");
        assertThat(without.body().path("leadNames").toString()).doesNotContain("Ida");
        assertThat(ida.get("/api/members").status()).isEqualTo(403);

        realm.change(email, List.of("Leads"), List.of("mfa"));
        assertThat(signIn(id).get("/api/members").status()).isEqualTo(200);
    }

    @Test
    void isConnectedOnlyAfterTheOperatorHasConfirmedADomain() {
        found();

        assertThat(put(lead(council), "\"0\"", CouncilRealm.SECRET).summary()).isEqualTo("409 no-email-domain");
    }

    @Test
    void takesNoDomainOfAMailServiceOrOfAnotherCouncil() {
        connected();
        var other = aCouncil();
        var id = found(other);

        assertThat(confirm(id, "gmail.com").status()).isEqualTo(400);
        assertThat(confirm(id, domain).status()).isEqualTo(400);
    }

    @Test
    void neverShowsTheSecretAndAsksForItAgainForAnotherClient() {
        connected();
        var lead = lead(council);
        var page = lead.get(SETTINGS);

        assertThat(page.text()).contains(realm.issuer()).doesNotContain(CouncilRealm.SECRET);
        assertThat(put(lead, page.header("ETag"), null).status()).isEqualTo(200);
        var other = json(null).replace("\"" + CouncilRealm.CLIENT + "\"", "\"another\"");
        var refused = lead.put(SETTINGS, other, lead.get(SETTINGS).header("ETag"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("clientSecret");
    }

    @Test
    void isTestedStepByStep() {
        connected();
        var lead = lead(council);

        assertThat(lead.post(SETTINGS + "/test", json(CouncilRealm.SECRET))
                        .body()
                        .toString())
                .contains("{\"step\":\"client\",\"outcome\":\"works\"}");
        assertThat(lead.post(SETTINGS + "/test", json("a-wrong-secret")).body().toString())
                .contains("{\"step\":\"client\",\"outcome\":\"client-rejected\"}");
    }

    private UUID connected() {
        var id = found();
        assertThat(confirm(id, domain).status()).isEqualTo(200);
        var answer = put(lead(council), "\"1\"", CouncilRealm.SECRET);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return id;
    }

    private UUID found() {
        return found(council);
    }

    private UUID found(NewCouncil founded) {
        var answer = operator().post("/api/councils", founded.json());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return UUID.fromString(answer.body().path("id").asString());
    }

    private Http.Answer confirm(UUID id, String confirmed) {
        return operator()
                .put("/api/councils/" + id + "/email-domains", "{\"domains\": [\"" + confirmed + "\"]}", "\"0\"");
    }

    private Http.Answer put(Http lead, String version, @Nullable String secret) {
        return lead.put(SETTINGS, json(secret), version);
    }

    private String json(@Nullable String secret) {
        return """
                {"issuer": "%s", "clientId": "%s", "clientSecret": %s, "groupsClaim": "groups", "enabled": true,
                 "roles": [{"group": "Leads", "role": "lead"}]}""".formatted(realm.issuer(), CouncilRealm.CLIENT, secret == null ? "null" : '"' + secret + '"');
    }

    private Http signIn(UUID id) {
        var pages = CouncilSignInTest.byLink(id, "organization:" + council.alias(), email);
        return as(CouncilSignInTest.tokens(pages).path("access_token").asString());
    }
}

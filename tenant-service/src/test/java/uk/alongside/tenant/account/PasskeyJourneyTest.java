package uk.alongside.tenant.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.TenantServiceTest;

/** Tests passkeys without a browser, which alone can add one. */
class PasskeyJourneyTest extends TenantServiceTest {

    private NewCouncil council;
    private Http lead;
    private String member;
    private String account;

    @BeforeEach
    void aMemberWithAPasskey() {
        council = aCouncil();
        var id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        lead = lead(council);
        var email = "amir@" + council.alias() + ".example";
        var made = REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "firstName": "Amir", "lastName": "Made-up", "enabled": true,
                 "credentials": [{"type": "password", "value": "Made-up-kettle-4711", "temporary": false},
                  {"type": "webauthn", "userLabel": "Work laptop", "secretData": "{}",
                   "credentialData": "{\\"credentialId\\": \\"bWFkZSB1cA\\", \\"counter\\": 0}"}]}""".formatted(email));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        member = person(id, "Amir Made-up", email, "hub-staff");
        account = REALM.users(email).path(0).path("id").asString();
    }

    @Test
    void isASecondFactorThatALeadResets() {
        var path = "/api/members/" + member;
        assertThat(credentials()).contains("webauthn");
        assertThat(lead.get(path + "/second-factor").body().path("setUp").asBoolean())
                .isTrue();

        var reset = lead.post(path + "/second-factor-reset", "{\"reason\": \"lost\"}");

        assertThat(reset.status()).as(reset.text()).isEqualTo(204);
        assertThat(credentials()).containsExactly("password");
        assertThat(lead.get(path + "/second-factor").body().path("setUp").asBoolean())
                .isFalse();
    }

    @Test
    void isListedForItsOwnerOnly() {
        var answer = lead.get("/api/passkeys");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"items\":[]}");
    }

    private List<String> credentials() {
        return REALM.admin()
                .get("/users/" + account + "/credentials")
                .body()
                .valueStream()
                .map(credential -> credential.path("type").asString())
                .toList();
    }
}

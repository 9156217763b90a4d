package uk.alongside.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.alongside.tenant.TenantServiceTest;

/** Tests in which order Keycloak's sign-in asks for the second factors of an account. */
class SecondFactorsTest extends TenantServiceTest {

    @Autowired
    private SecondFactors secondFactors;

    @Test
    void askForANewPasskeyFirstAlsoIfTheAppIsCompletedAfterIt() {
        var person = account(app(1_000), passkey(2_000));

        secondFactors.askForNewestFirst(person);
        assertThat(inOrder(person)).containsExactly("webauthn 2000", "otp 1000");

        secondFactors.keepNewestApp(person);
        assertThat(inOrder(person)).containsExactly("webauthn 2000", "otp 1000");
    }

    @Test
    void askForAnAppThatWasSetUpAgainFirstAlsoIfAnOlderPasskeyIsCompletedAfterIt() {
        var person = account(app(1_000), passkey(2_000), app(3_000));

        secondFactors.keepNewestApp(person);
        assertThat(inOrder(person)).containsExactly("otp 3000", "webauthn 2000");

        secondFactors.askForNewestFirst(person);
        assertThat(inOrder(person)).containsExactly("otp 3000", "webauthn 2000");
    }

    @Test
    void askForThePasskeyThatWasAddedLastFirst() {
        var person = account(passkey(1_000), app(2_000), passkey(3_000));

        secondFactors.askForNewestFirst(person);

        assertThat(inOrder(person)).containsExactly("webauthn 3000", "otp 2000", "webauthn 1000");
    }

    private static String app(long created) {
        return """
                {"type": "otp", "createdDate": %1$d, "userLabel": "App %1$d",
                 "secretData": "{\\"value\\": \\"made-up-secret\\"}",
                 "credentialData": "{\\"subType\\": \\"totp\\", \\"algorithm\\": \\"HmacSHA1\\", \\"digits\\": 6, \
                \\"counter\\": 0, \\"period\\": 30}"}""".formatted(created);
    }

    private static String passkey(long created) {
        return """
                {"type": "webauthn", "createdDate": %1$d, "userLabel": "Passkey %1$d", "secretData": "{}",
                 "credentialData": "{\\"credentialId\\": \\"bWFkZSB1cA%1$d\\", \\"counter\\": 0}"}""".formatted(created);
    }

    private static Person account(String... credentials) {
        var email = "amir-" + UUID.randomUUID() + "@made-up.example";
        var made = REALM.admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "firstName": "Amir", "lastName": "Made-up", "enabled": true,
                 "credentials": [%2$s]}""".formatted(email, String.join(", ", credentials)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var id = REALM.users(email).path(0).path("id").asString();
        return new Person(REALM.issuer(), id);
    }

    private static List<String> inOrder(Person person) {
        return REALM.admin()
                .get("/users/" + person.subject() + "/credentials")
                .body()
                .valueStream()
                .map(credential -> credential.path("type").asString() + " "
                        + credential.path("createdDate").asLong())
                .toList();
    }
}

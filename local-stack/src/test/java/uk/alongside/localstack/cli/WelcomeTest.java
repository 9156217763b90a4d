package uk.alongside.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.servers.RealmFile;

class WelcomeTest {

    @Test
    void everySignInIsOfAPersonInTheRealm() {
        var realm = new RealmFile(LocalStack.root().resolve("gateway/src/main/keycloak/alongside-realm.json"));

        assertThat(Welcome.SIGN_INS)
                .isNotEmpty()
                .allSatisfy(signIn ->
                        assertThat(realm.placeholderOfUser(signIn.username())).startsWith("PASSWORD_"));
    }
}

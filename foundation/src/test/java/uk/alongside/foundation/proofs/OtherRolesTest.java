package uk.alongside.foundation.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class OtherRolesTest {

    @Test
    void readsNamesWithCommasBetweenThem() {
        assertThat(OtherRoles.of(setting(" streaming_replica, exporter,exporter "))
                        .names())
                .containsExactlyInAnyOrder("streaming_replica", "exporter");
        assertThat(OtherRoles.of(setting("")).names()).isEmpty();
        assertThat(OtherRoles.of(new MockEnvironment()).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conversations_app",
                "tenant_owner",
                "keycloak",
                "postgres",
                "pg_read_all_data",
                "Exporter",
                "two words",
                "a,,b",
                "exporter\u200b",
                "'; drop role exporter; --"
            })
    void refusesANameThatIsNotOfAnotherRole(String names) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OtherRoles.of(setting(names)))
                .withMessageContaining("alongside.database.other-roles");
    }

    private static MockEnvironment setting(String names) {
        return new MockEnvironment().withProperty("alongside.database.other-roles", names);
    }
}

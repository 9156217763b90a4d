package uk.alongside.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.localstack.machine.LocalStackException;

class OutsideServersTest {

    private static final String PASSWORD = "ALONGSIDE_POSTGRES_PASSWORD";

    @ParameterizedTest
    @CsvSource({
        "embedded, EMBEDDED",
        "containers, CONTAINERS",
        "outside, OUTSIDE",
        "postgresql://127.0.0.1:5432, OUTSIDE_POSTGRES"
    })
    void aSettingNamesWhereServersComeFrom(String asked, ServerSource source) {
        assertThat(ServerSource.of(Map.of("ALONGSIDE_STACK", asked))).isEqualTo(source);
        assertThat(ServerSource.of(Map.of())).isEqualTo(ServerSource.EMBEDDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outside_postgres", "jdbc:postgresql://127.0.0.1", "docker", ""})
    void anUnknownSettingIsNamed(String asked) {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> ServerSource.of(Map.of("ALONGSIDE_STACK", asked)))
                .withMessageContaining("it may be embedded, containers, outside, or the address");
    }

    @Test
    void anAddressNamesOneServer() {
        var servers =
                new OutsideServers(Map.of("ALONGSIDE_STACK", "postgresql://db.example:5433", PASSWORD, "made-up"));

        assertThat(servers.postgresOfTheAddress())
                .isEqualTo(new PostgresAddress("db.example", 5433, "postgres", "made-up"));
        assertThat(servers.prefix()).isEqualTo("alongside_");
        assertThat(servers.postgresOfTheAddress().toString()).doesNotContain("made-up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://postgres:made-up@db.example",
                "postgresql://db.example/alongside",
                "postgresql://db.example?user=postgres",
                "postgresql://"
            })
    void anAddressWithASecretOrADatabaseIsRefused(String address) {
        var servers = new OutsideServers(Map.of("ALONGSIDE_STACK", address, PASSWORD, "made-up"));

        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(servers::postgresOfTheAddress)
                .withMessageContaining("without a user, a password and a database")
                .withMessageNotContaining("made-up");
    }

    @Test
    void aMissingPasswordIsNamed() {
        var servers = new OutsideServers(Map.of("ALONGSIDE_STACK", "postgresql://db.example"));

        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(servers::postgresOfTheAddress)
                .withMessageContaining(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "Alongside_", "alongside", "a.*_", "a_very_long_prefix_of_a_name_"})
    void aPrefixThatCouldNameAnotherDatabaseIsRefused(String prefix) {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> new OutsideServers(Map.of("ALONGSIDE_POSTGRES_PREFIX", prefix)).prefix());
    }
}

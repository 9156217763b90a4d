package uk.alongside.foundation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import uk.alongside.foundation.proofs.WallViolated;
import uk.alongside.foundation.wall.Wall;

/** Tests that a service does not start over a wall with a hole. */
@Tag("slow")
class StartTest {

    private static Wall wall;
    private static final Issuer ISSUER = new Issuer();

    @BeforeAll
    static void build() {
        wall = Wall.build();
    }

    @Test
    @DisplayName("A5-37: over a table without a fence the service does not start")
    void theServiceDoesNotStartOverAnUnfencedTable() {
        var superuser = JdbcClient.create(wall.superuser());
        superuser
                .sql(
                        "create table app.forgotten (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))")
                .update();
        superuser.sql("alter table app.forgotten owner to conversations_owner").update();

        assertThatExceptionOfType(WallViolated.class)
                .isThrownBy(
                        () -> start("alongside.context-key-file", wall.keyFile().toString()))
                .withMessageContaining("P02 app.forgotten")
                .withMessageContaining("P03 app.forgotten");
        superuser.sql("drop table app.forgotten").update();
    }

    @Test
    @DisplayName("A5-37: a migration that forgets the fence fails")
    void aMigrationThatForgetsTheFenceFails() {
        assertThatExceptionOfType(WallViolated.class)
                .isThrownBy(() -> Wall.build("uk/alongside/foundation/forgetful-changelog.yaml"))
                .withMessageContaining("P02 app.forgotten");
    }

    @Test
    void theServiceDoesNotStartWithAnUnknownKey() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> start(
                        "alongside.context-key-file", Wall.keyFile("k1", 'f').toString()))
                .withMessageContaining("its key, role or clock differs");
    }

    @Test
    void theServiceDoesNotStartWithoutTheKeyThatEncryptsText() {
        assertThatThrownBy(() -> start("alongside.encryption-key-file", ""))
                .rootCause()
                .hasMessage("This service encrypts text. Set alongside.encryption-key-file to the file with its key.");
        assertThatThrownBy(() -> start("alongside.encryption-key-file", "no-such-file"))
                .hasStackTraceContaining("The encryption key file cannot be read.");
        assertThatThrownBy(() ->
                        start("alongside.encryption-key-file", wall.keyFile().toString()))
                .rootCause()
                .hasMessageContaining("holds the context key");
    }

    private static void start(String changed, String other) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--alongside.jobs.enabled=false"));
        DynamicPropertyRegistry settings =
                (name, value) -> arguments.add("--" + name + "=" + String.valueOf(value.get()));
        TrialApplication.configure(settings, wall, ISSUER);
        arguments.replaceAll(
                argument -> argument.startsWith("--" + changed + "=") ? "--" + changed + "=" + other : argument);
        try (var started = SpringApplication.run(TrialApplication.class, arguments.toArray(String[]::new))) {
            assertThat(started).isNull();
        }
    }
}

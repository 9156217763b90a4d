package uk.alongside.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a command refuses before it sends anything. The tests of end-to-end run the commands against servers. */
class CommandsTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "ALONGSIDE_PUBLIC_URL", "https://alongside.example",
            "ALONGSIDE_KEYCLOAK_ISSUER", "https://login.example/realms/alongside",
            "ALONGSIDE_OPERATOR_SECRET", "made-up");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://alongside.example",
                "http://10.0.0.1",
                "ftp://localhost",
                "alongside.example",
                "https://",
                "not an address"
            })
    void aTokenIsNotSentToAnAddressWithoutHttps(String address) {
        assertThat(run(with("ALONGSIDE_PUBLIC_URL", address), "council", "list"))
                .isEqualTo(Commands.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("ALONGSIDE_PUBLIC_URL ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://alongside.example/", "http://127.0.0.1:8080", "http://alongside-gateway:8080"})
    void httpIsForThisMachineAndTheCluster(String address) {
        assertThat(Settings.of(with("ALONGSIDE_PUBLIC_URL", address)).gateway().toString())
                .isEqualTo(address.replaceAll("/$", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALONGSIDE_KEYCLOAK_ISSUER", "ALONGSIDE_KEYCLOAK_INTERNAL"})
    void theRealmsCommandNamesTheAddressThatIsWrong(String name) {
        assertThat(run(with(name, "http://keycloak.keycloak:8080/realms/alongside"), "realm", "apply"))
                .isEqualTo(Commands.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(name + " must begin with https://");
    }

    @Test
    void aMissingSettingIsNamed() {
        assertThat(run(Map.of(), "council", "list")).isEqualTo(Commands.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Set ALONGSIDE_PUBLIC_URL");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheCommands() {
        assertThat(run(SETTINGS, "council", "delete")).isEqualTo(Commands.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("council list", "member invite COUNCIL", "doctor");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(run(SETTINGS, "member", "list", "larkshire", "--nmae=x")).isEqualTo(Commands.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no option --nmae here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--client-secret=x", "--password", "--token", "--key"})
    void aSecretOnTheCommandLineIsRefused(String option) {
        assertThat(run(SETTINGS, "council", "list", option)).isEqualTo(Commands.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("A secret is never an option");
    }

    @Test
    void aCouncilIsSuspendedForOneOfTheKnownReasons() {
        assertThat(run(SETTINGS, "council", "suspend", "larkshire")).isEqualTo(Commands.REFUSED);
        assertThat(run(SETTINGS, "council", "suspend", "larkshire", "--reason", "unpaid"))
                .isEqualTo(Commands.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Give --reason.", "--reason is one of: contract-ended, incident, asked-by-council.");
    }

    @Test
    void settingsNeverShowTheSecret() {
        assertThat(Settings.of(SETTINGS)).asString().doesNotContain("made-up");
    }

    @Test
    void aNameCannotSendCommandsToTheTerminal() {
        var lines = new Output(new PrintStream(out, true, StandardCharsets.UTF_8), false);

        lines.table(List.of(List.of("NAME", "ID"), List.of("\u001b[2JLark\u202eshire", "1")));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("?[2JLark?shire  1");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Commands(
                        environment,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.systemUTC())
                .execute(arguments);
    }

    private static Map<String, String> with(String name, String value) {
        var settings = new TreeMap<>(SETTINGS);
        settings.put(name, value);
        return settings;
    }
}

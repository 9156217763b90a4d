package uk.alongside.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.machine.Command;

/** Tests the help and the refusals of the script. */
class AlongsideScriptTest {

    @Test
    void listsItsCommandsInHelp() {
        var help = script(Map.of(), "help");

        assertThat(help.succeeded()).isTrue();
        assertThat(help.output())
                .contains(
                        "up",
                        "down",
                        "reset",
                        "status",
                        "logs",
                        "password",
                        "doctor",
                        "test",
                        "format",
                        "env",
                        "bench",
                        "simulate");
    }

    @Test
    void refusesAnUnknownCommand() {
        var refused = script(Map.of(), "dance");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).endsWith("There is no command dance.");
    }

    @Test
    void doesNothingWhenHelpIsWanted() {
        var help = script(Map.of(), "down", "--help");

        assertThat(help.succeeded()).isTrue();
        assertThat(help.output()).startsWith("Run Alongside").doesNotContain("Stopping");
    }

    @Test
    void refusesWordsThatACommandDoesNotTake() {
        for (var command : List.of("down", "status", "format", "api")) {
            var refused = script(Map.of(), command, "everything");

            assertThat(refused.exit()).as(command).isEqualTo(1);
            assertThat(refused.output()).contains("./alongside " + command + " takes no option and no name");
        }
        assertThat(script(Map.of(), "doctor", "everything").output())
                .contains("./alongside doctor takes no option but --deployment");
        assertThat(script(Map.of(), "reset", "--force").output()).contains("./alongside reset has no option --force");
        assertThat(script(Map.of(), "logs", "--follow").output()).contains("./alongside logs has no option --follow");
        assertThat(script(Map.of(), "password").output()).contains("./alongside password needs one email address");
        assertThat(script(Map.of(), "code").output()).contains("./alongside code needs one email address");
        assertThat(script(Map.of(), "env").output()).contains("./alongside env needs one service");
    }

    @Test
    void asksBeforeItDeletesData() {
        var refused = script(Map.of(), "reset");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("./alongside reset --yes");
    }

    @Test
    void refusesToLeaveOutBrowserTestsInContinuousIntegration() {
        var refused = script(Map.of("CI", "true"), "test", "--without-browser");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("not for continuous integration");
    }

    @Test
    void refusesToLeaveOutSlowTestsInContinuousIntegration() {
        var refused = script(Map.of("CI", "true"), "test", "--fast");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("not for continuous integration");
    }

    @Test
    void refusesATestThatItDoesNotFind() {
        var refused = script(Map.of(), "test", "NoSuchTest");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("There is no test NoSuchTest");
    }

    @Test
    void refusesABrowserThatDoesNotExist() {
        var refused = script(Map.of("CHROMIUM", "/nowhere/chromium"), "test");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("CHROMIUM names /nowhere/chromium, which is not a program.");
    }

    /** Fakes of Java, Maven and Node record how the script calls them. */
    @Test
    void checksTheKeptRealmBeforeItBuildsAndStarts(@TempDir Path folder) throws IOException {
        var calls = folder.resolve("calls");
        var bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        program(bin.resolve("javac"), "");
        program(bin.resolve("java"), "echo java ${@: -1} >>" + calls);
        program(bin.resolve("mvn"), "echo mvn ${@: -1} >>" + calls);
        program(bin.resolve("node"), "echo v24.0.0");
        program(bin.resolve("npm"), "");
        checkout(folder);
        Files.createDirectories(folder.resolve("local-stack/target"));
        Files.writeString(folder.resolve("local-stack/target/class-path"), "");
        Files.createDirectories(folder.resolve(".alongside/kept"));
        Files.writeString(folder.resolve(".alongside/kept/keycloak.running"), "made from an older file");

        var up = Command.run(
                List.of("bash", folder.resolve("alongside").toString(), "up"),
                Map.of("JAVA_HOME", folder.resolve("jdk").toString(), "PATH", bin + ":" + System.getenv("PATH")));

        assertThat(up.succeeded()).as(up.output()).isTrue();
        assertThat(Files.readAllLines(calls))
                .containsExactly("mvn process-classes", "java before-up", "mvn package", "java up");
    }

    @Test
    void namesTheFailedTestsAtTheEndOfTheLog(@TempDir Path folder) throws IOException {
        var bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        program(bin.resolve("javac"), "");
        program(bin.resolve("java"), "");
        program(bin.resolve("chromium"), "");
        program(bin.resolve("node"), "echo v24.0.0");
        program(bin.resolve("mvn"), """
                [[ $* != *package* ]] || exit 0
                echo '[ERROR] uk.alongside.BookingTest.isLate -- Time elapsed: 0.1 s <<< FAILURE!'
                echo 'java.lang.AssertionError: '
                echo
                echo 'Expecting actual:'
                echo '  "early"'
                echo 'to be late'
                printf '\\tat uk.alongside.BookingTest.isLate(BookingTest.java:7)\\n'
                echo 'a later line'
                echo '[ERROR]  FAIL  src/board.test.tsx > the board > shows the day'
                echo 'it showed the night'
                for line in {1..50}; do echo '[INFO] another line'; done
                exit 1
                """);
        checkout(folder);

        var test = Command.run(
                List.of("bash", folder.resolve("alongside").toString(), "test"),
                Map.of(
                        "JAVA_HOME", folder.resolve("jdk").toString(),
                        "CHROMIUM", bin.resolve("chromium").toString(),
                        "PATH", bin + ":" + System.getenv("PATH")));

        assertThat(test.exit()).as(test.output()).isEqualTo(1);
        assertThat(test.output().substring(test.output().indexOf("Failed tests:")))
                .contains(
                        "BookingTest.isLate",
                        "\"early\"",
                        "to be late",
                        "board.test.tsx > the board",
                        "it showed the night")
                .doesNotContain("BookingTest.java", "a later line", "another line");
    }

    /** Makes the script and the folders from which it builds, without sources. */
    private static void checkout(Path folder) throws IOException {
        for (var part : List.of(
                "local-stack",
                "keycloak-provider",
                "foundation",
                "statistics",
                "telemetry",
                "frontend",
                "gateway",
                "tenant-service",
                "conversations-service")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.copy(LocalStack.root().resolve("alongside"), folder.resolve("alongside"));
    }

    private static void program(Path file, String does) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static Command script(Map<String, String> environment, String... words) {
        var command = new ArrayList<>(
                List.of("bash", LocalStack.root().resolve("alongside").toString()));
        command.addAll(List.of(words));
        return Command.run(command, environment);
    }
}

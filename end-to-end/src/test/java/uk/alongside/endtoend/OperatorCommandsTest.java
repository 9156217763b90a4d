package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the operator's commands as processes of their own, as an operator does, against the running product. */
@Tag("slow")
class OperatorCommandsTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void theCouncilsAreListedInColumnsAndAsJson() throws Exception {
        var words = run("council", "list");
        var json = run("council", "list", "--json");

        assertThat(words.status()).as("%s", words).isZero();
        assertThat(words.out().lines().findFirst().orElseThrow()).startsWith("SHORT NAME");
        assertThat(words.out()).containsPattern("larkshire +Larkshire Council +live, demonstration");
        assertThat(json.json().path("items").size())
                .isEqualTo(words.out().lines().toList().size() - 1);
    }

    @Test
    void aCouncilIsCreatedOnceHoweverOftenTheCommandRuns() throws Exception {
        var alias = "c" + UUID.randomUUID().toString().substring(0, 8);
        var create = new String[] {
            "council",
            "create",
            "--name",
            "Council " + alias,
            "--alias",
            alias,
            "--demonstration",
            "--lead-name",
            "Cara Made-up",
            "--lead-email",
            "cara@" + alias + ".example",
            "--json"
        };

        var first = run(create);
        var second = run(create);

        assertThat(first.status()).as("%s", first).isZero();
        assertThat(second.status()).as("%s", second).isZero();
        assertThat(second.json().at("/council/id")).isEqualTo(first.json().at("/council/id"));
        var shown = run("council", "show", alias);
        assertThat(shown.out()).contains("Status       setting up, demonstration");

        var members = run("member", "list", alias);
        assertThat(members.out()).containsPattern("Cara Made-up +cara@" + alias + "\\.example +lead +active +no");
        var other = run("member", "invite", alias, "--name", "Dan Made-up", "--email", "dan@" + alias + ".example");
        assertThat(other.status()).as("%s", other).isZero();
        assertThat(run("member", "list", alias).out()).containsPattern("Dan Made-up +dan@");
    }

    @Test
    void aRefusalIsPrintedWithWhatToDoAndChangesNothing() throws Exception {
        var taken = run(
                "council",
                "create",
                "--name",
                "Another",
                "--alias",
                "larkshire",
                "--demonstration",
                "--lead-name",
                "Cara Made-up",
                "--lead-email",
                "cara@larkshire.example");

        assertThat(taken.status()).isEqualTo(2);
        assertThat(taken.out()).isEmpty();
        assertThat(taken.err()).contains("alias-taken, docs/problems.md");
        assertThat(run("council", "list").out()).doesNotContain("Another");
        var json = run("council", "show", "no-such-council", "--json");
        assertThat(json.status()).isEqualTo(2);
        assertThat(json.json().path("title").asString()).contains("There is no council no-such-council.");
    }

    @Test
    void anOperatorInvitesNoMemberOfALiveCouncilAndSuspendsNone() throws Exception {
        var invite = run("member", "invite", "larkshire", "--name", "Dan", "--email", "dan@larkshire.example");
        var suspend = run("member", "suspend", "larkshire");

        assertThat(invite.status()).isEqualTo(2);
        assertThat(invite.err()).contains("ask-for-support-access");
        assertThat(suspend.status()).isEqualTo(2);
        assertThat(suspend.err()).contains("An operator suspends no member.");
    }

    @Test
    void aCouncilIsSuspendedAndResumedHoweverOftenTheCommandsRun() throws Exception {
        var alias = DEPLOYED.newCouncil("Southmarch", "Lena Made-up");

        var suspended = run("council", "suspend", alias, "--reason", "contract-ended");
        var again = run("council", "suspend", alias, "--reason", "contract-ended");
        var otherwise = run("council", "suspend", alias, "--reason", "incident");
        var shown = run("council", "show", alias);
        var resumed = run("council", "resume", alias);
        var resumedAgain = run("council", "resume", alias, "--json");

        assertThat(suspended.status()).as("%s", suspended).isZero();
        assertThat(suspended.out()).contains(alias + " is suspended.", "nothing was deleted");
        assertThat(again.status()).as("%s", again).isZero();
        assertThat(otherwise.status()).isEqualTo(2);
        assertThat(otherwise.err()).contains("suspended-already, docs/problems.md");
        assertThat(shown.out()).contains("Status       live, suspended, demonstration");
        assertThat(resumed.status()).as("%s", resumed).isZero();
        assertThat(resumedAgain.json().path("steps")).hasSize(2);
        assertThat(run("council", "list").out()).containsPattern(alias + " .* live, demonstration");
    }

    @Test
    void theClientOfACouncilIsNoOperator() throws Exception {
        var secret = DEPLOYED.environmentOfOperator("larkshire-import");
        var refused = run(secret, "council", "list");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("The client needs the realm role operator");
    }

    @Test
    void aSecretIsReadFromAFileAndNeverPrinted() throws Exception {
        var environment = new TreeMap<>(DEPLOYED.environmentOfOperator("alongside-operator"));
        var secret = environment.remove("ALONGSIDE_OPERATOR_SECRET");
        var file = Files.writeString(folder.resolve("secret"), secret + "\n");
        environment.put("ALONGSIDE_OPERATOR_SECRET_FILE", file.toString());

        assertThat(run(environment, "council", "list").status()).isZero();
        var option = run(environment, "council", "list", "--secret", "x");
        assertThat(option.status()).isEqualTo(2);
        assertThat(option.err()).contains("A secret is never an option");

        Files.writeString(file, "not-the-secret-of-this-client");
        var wrong = run(environment, "council", "list");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("Keycloak does not accept the client alongside-operator")
                .doesNotContain("not-the-secret");
    }

    @Test
    void aGatewayThatDoesNotAnswerIsAnotherStatusThanARefusal() throws Exception {
        var environment = new TreeMap<>(DEPLOYED.environmentOfOperator("alongside-operator"));
        environment.put("ALONGSIDE_PUBLIC_URL", "http://localhost:1");

        var unreached = run(environment, "council", "list");

        assertThat(unreached.status()).isEqualTo(4);
        assertThat(unreached.err()).contains("No answer from http://localhost:1");
    }

    @Test
    void theDoctorFindsTheDeploymentWell() throws Exception {
        var well = run("doctor");

        assertThat(well.out())
                .contains("ok   gateway", "ok   keycloak", "ok   tenant-service", "ok   conversations-service")
                .endsWith("All is well.\n");
        assertThat(well.status()).isZero();
    }

    @Test
    void theDoctorBooksInACouncilOfItsOwnAndLeavesItEmpty() throws Exception {
        for (int round = 0; round < 2; round++) {
            var booked = run("doctor", "--book");

            assertThat(booked.status()).as("%s", booked).isZero();
            assertThat(booked.out())
                    .contains("ok   booking", "booked a made-up person in the council installation-test")
                    .endsWith("All is well.\n");
        }
        var council = DEPLOYED.operator()
                .get("/api/councils")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("alias").asString().equals("installation-test"))
                .findFirst()
                .orElseThrow();
        assertThat(council.path("status").asString()).isEqualTo("setting-up");
        assertThat(council.path("demonstration").asBoolean()).isTrue();
        assertThat(rowsOf(UUID.fromString(council.path("id").asString())))
                .isSubsetOf("council", "member", "audit_event", "audit_seal", "audit_subject", "audit_anchor");
        assertThat(Client.with(DEPLOYED.gateway(), null)
                        .get("/open/installation-test")
                        .status())
                .isEqualTo(404);
        assertThat(DEPLOYED.freshMachine("installation-test", "openid organization:installation-test")
                        .get("/api/council")
                        .status())
                .isEqualTo(403);
        assertThat(run("member", "list", "installation-test").out())
                .containsPattern("installation-test +installation-test +hub-staff, lead +suspended");
    }

    @Test
    void theCouncilForTestsIsMadeByATestOnly() throws Exception {
        var created = run(
                "council",
                "create",
                "--name",
                "Mine",
                "--alias",
                "installation-test",
                "--demonstration",
                "--lead-name",
                "Cara Made-up",
                "--lead-email",
                "cara@mine.example");

        assertThat(created.status()).isEqualTo(2);
        assertThat(created.err()).contains("alias-reserved");
    }

    @Test
    void theDoctorBooksNothingWithAWrongSecret() throws Exception {
        var environment = new TreeMap<>(DEPLOYED.environmentOfOperator("alongside-operator"));
        environment.put("ALONGSIDE_INSTALLATION_TEST_SECRET", "not-the-secret-of-this-client");

        var refused = run(environment, "doctor", "--book");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out())
                .contains("FIX  booking", "Keycloak does not accept the client installation-test")
                .doesNotContain("not-the-secret");
    }

    /** Returns the tables of conversations-service that have a row of this council. */
    private static List<String> rowsOf(UUID council) throws SQLException {
        var tables = new ArrayList<String>();
        try (var connection = DEPLOYED.superuser().getConnection();
                var names = connection
                        .createStatement()
                        .executeQuery("select relname from pg_class where relnamespace = 'app'::regnamespace"
                                + " and relkind = 'r' order by relname")) {
            while (names.next()) {
                var table = names.getString(1);
                try (var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select exists (select from app." + table + " where tenant_id = '" + council + "')")) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        tables.add(table);
                    }
                }
            }
        }
        return tables;
    }

    @Test
    void theDoctorSaysWhichPartIsWrong() throws Exception {
        var environment = new TreeMap<>(DEPLOYED.environmentOfOperator("alongside-operator"));
        environment.put("ALONGSIDE_KEYCLOAK_INTERNAL", environment.get("ALONGSIDE_KEYCLOAK_ISSUER"));
        environment.put("ALONGSIDE_KEYCLOAK_ISSUER", "https://login.elsewhere.example/realms/alongside");

        var ill = run(environment, "doctor", "--json");

        assertThat(ill.status()).isEqualTo(1);
        assertThat(ill.json().path("well").asBoolean()).isFalse();
        assertThat(ill.out()).contains("No token would be accepted.");
    }

    private record Result(int status, String out, String err) {

        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    private static Result run(String... arguments) throws IOException, InterruptedException {
        return run(DEPLOYED.environmentOfOperator("alongside-operator"), arguments);
    }

    private static Result run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-jar",
                DEPLOYED.jarOfGateway().toString()));
        line.addAll(List.of(arguments));
        var errors = Files.createTempFile("operator", ".err");
        var process = new ProcessBuilder(line).redirectError(errors.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("ALONGSIDE_"));
        process.environment().putAll(environment);
        var started = process.start();
        var out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = started.waitFor();
        var err = Files.readString(errors);
        Files.delete(errors);
        return new Result(status, out, err);
    }
}

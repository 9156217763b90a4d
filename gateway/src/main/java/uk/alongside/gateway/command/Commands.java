package uk.alongside.gateway.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operator's commands: {@code java -jar gateway.jar council list}. The environment says where the deployment
 * is. They print what they did, or why not and what to do.
 */
public final class Commands {

    static final int DONE = 0;

    /** The exit status of {@code doctor} when something needs to be mended. */
    static final int FOUND = 1;

    /** The exit status of a command that is not known or is refused. Nothing was changed. */
    static final int REFUSED = 2;

    /** The exit status of a command that got no answer, or an error of the server. It may be run again. */
    static final int NO_ANSWER = 4;

    private static final Set<String> NAMES = Set.of("council", "member", "doctor", "realm");

    private static final String USE = """
            council list                       the councils, by name
            council show COUNCIL               one council, by its short name or id
            council create --name NAME --alias SHORT-NAME (--authority CODE | --demonstration)
                           --lead-name NAME --lead-email ADDRESS [--talking-point WORDS] [--phone N] [--email ADDRESS]
                                               create a council with its first lead, who gets mail; the same
                                               command again completes one that was interrupted
            council suspend COUNCIL --reason (contract-ended | incident | asked-by-council)
                                               close a council's service; its leads get mail, and nothing is deleted
            council resume COUNCIL             open it again
            member list COUNCIL                the members of a council
            member invite COUNCIL --name NAME --email ADDRESS
                                               appoint the first lead of a council that is being set up
            doctor [--book]                    look at the deployment, and say what to mend; --book also books a made-up
                                               person in a council of its own, and leaves that council empty
            realm apply [--dry-run]            make Keycloak's realm, or bring it up to date with this release
            Each command has --json.""";

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    Commands(Map<String, String> environment, PrintStream out, PrintStream err, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** Returns true if the arguments ask for one of these commands. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** Runs the command with the environment's settings, and ends the process with the command's status. */
    public static void run(String... arguments) {
        System.exit(new Commands(System.getenv(), System.out, System.err, Clock.systemUTC()).execute(arguments));
    }

    /** Executes the arguments and returns the exit status. */
    int execute(String... arguments) {
        var words = Arrays.asList(arguments);
        boolean json = words.contains("--json");
        try {
            return execute(words, new Output(out, json));
        } catch (CommandFailed failed) {
            if (json) {
                out.println(failed.json().toPrettyString());
            } else {
                new Output(err, false).say(failed.words());
            }
            return failed.status();
        }
    }

    private int execute(List<String> line, Output output) {
        var rest = line.subList(1, line.size());
        return switch (line.getFirst()) {
            case "council" -> new CouncilCommand(this::api, output).execute(rest);
            case "member" -> new MemberCommand(this::api, output).execute(rest);
            case "realm" -> new RealmCommand(environment, clock, output).execute(rest);
            case "doctor" ->
                new DoctorCommand(
                                Settings.of(environment),
                                () -> Settings.secretOfTheTest(environment),
                                new Wire(),
                                clock,
                                output)
                        .execute(rest);
            default -> throw CommandFailed.refused("Commands:\n" + USE);
        };
    }

    static CommandFailed notKnown() {
        return CommandFailed.refused("There is no such command. Commands:\n" + USE);
    }

    private OperatorApi api() {
        return new OperatorApi(Settings.of(environment), new Wire(), clock);
    }
}

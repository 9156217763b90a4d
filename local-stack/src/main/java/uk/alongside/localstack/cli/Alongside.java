package uk.alongside.localstack.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.Part;
import uk.alongside.localstack.demonstration.MadeUpMembers;
import uk.alongside.localstack.machine.Folders;
import uk.alongside.localstack.machine.LocalStackException;

/** The commands of the {@code alongside} script that handle servers; the script finds Java, builds and shows logs. */
public final class Alongside {

    /** Folders without data that take minutes to create, so {@code reset} keeps them. */
    private static final Set<String> KEPT_BY_RESET = Set.of("programs", "node", "chromium", "built");

    private final Path root;
    private final Progress progress = new Progress(System.out);

    private Alongside(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) {
        int exit = 0;
        try {
            exit = new Alongside(LocalStack.root()).run(List.of(arguments)) ? 0 : 1;
        } catch (LocalStackException e) {
            System.err.println("\n" + e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    private boolean run(List<String> words) {
        var command = words.isEmpty() ? "" : words.getFirst();
        var options = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (command) {
            case "before-up" -> beforeUp(UpOptions.parse(options));
            case "up" -> up(UpOptions.parse(options));
            case "env" -> env(options.isEmpty() ? "" : options.getFirst());
            case "password" -> password(options.isEmpty() ? "" : options.getFirst());
            case "code" -> code(options.isEmpty() ? "" : options.getFirst());
            case "down" -> down();
            case "down-tests" -> downTests();
            case "reset" -> reset();
            case "status" -> Status.print(LocalStack.ofUp(root, Optional.empty()), progress);
            case "simulate" -> new Simulation(SimulationOptions.parse(options), progress).run();
            case "doctor" -> new Doctor(LocalStack.ofUp(root, Optional.empty()), progress).run(root);
            default -> throw new LocalStackException("There is no command " + command + ".");
        };
    }

    private boolean beforeUp(UpOptions options) {
        if (LocalStack.ofUp(root, options.firstPort()).embeddedKeycloak().isOutOfDate()) {
            throw new LocalStackException("The sign-in data kept in " + root.resolve(".alongside")
                    + " was made by another version of Alongside: Keycloak's version, the realm file, its secrets or the port"
                    + " differs, and Keycloak never changes a realm that it has. Nothing was changed. Either run"
                    + " ./alongside reset, which deletes all data of this local stack, and then ./alongside up; or go back"
                    + " to the version that made it.");
        }
        return true;
    }

    private boolean env(String name) {
        progress.print(Env.lines(
                name.equals("operator")
                        ? LocalStack.ofUp().runningProduct().environmentOfOperator()
                        : LocalStack.ofUp().environmentOf(Part.service(name))));
        return true;
    }

    private boolean password(String email) {
        var product = LocalStack.ofUp().runningProduct();
        var database = product.databaseOf(Part.TENANT_SERVICE).name();
        try (var members =
                new MadeUpMembers(product.keycloak(), product.postgres().superuser(database))) {
            var password = members.passwordMailedTo(email)
                    .orElseThrow(() -> new LocalStackException("No mail to " + email
                            + " has a one-time password, or a link to a new one, that is still unused. The page of the member sends"
                            + " another, and so does \"Forgot your password?\" when signing in."));
            progress.print(password);
            return true;
        }
    }

    private boolean code(String email) {
        var keycloak = LocalStack.ofUp().runningProduct().keycloak();
        progress.print(keycloak.codeOf(email)
                .orElseThrow(() -> new LocalStackException("The realm file gives " + email
                        + " no authenticator app. A person who sets one up reads the code there.")));
        return true;
    }

    private boolean up(UpOptions options) {
        var stack = LocalStack.ofUp(root, options.firstPort());
        var finished = new boolean[1];
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!finished[0]) {
                System.err.println(
                        "\nWhat has started keeps running. ./alongside up continues from here; ./alongside down"
                                + " stops it.");
            }
        }));
        return stack.state().locked("alongside", () -> {
            new Up(stack, progress, options.without()).run();
            finished[0] = true;
            return true;
        });
    }

    private boolean down() {
        var stack = LocalStack.ofUp(root, Optional.empty());
        stack.state()
                .locked(
                        "alongside",
                        () -> progress.step("Stopping Alongside", () -> {
                            stack.stopAll();
                            return true;
                        }));
        return downTests();
    }

    private boolean downTests() {
        var left = LocalStack.leftByTests();
        if (!left.isEmpty()) {
            progress.step("Stopping the servers of the tests", () -> {
                left.forEach(LocalStack::stopAll);
                return true;
            });
        }
        return true;
    }

    private boolean reset() {
        down();
        try (var entries = Files.newDirectoryStream(root.resolve(".alongside"))) {
            for (var entry : entries) {
                if (!KEPT_BY_RESET.contains(entry.getFileName().toString())) {
                    if (Files.isDirectory(entry)) {
                        Folders.delete(entry);
                    } else {
                        Files.delete(entry);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("All data is deleted. ./alongside up creates it again.");
        return true;
    }
}

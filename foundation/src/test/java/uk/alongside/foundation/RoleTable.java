package uk.alongside.foundation;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.alongside.foundation.caller.Role;

/**
 * Checks that {@code docs/roles.md} says of each operation of a service which roles may call it, so that a reviewer sees a
 * change of access as a change of that file. With {@code -Droles.write} the check writes the service's section.
 */
public final class RoleTable {

    private static final Path DOCUMENT =
            Path.of("..", "docs", "roles.md").toAbsolutePath().normalize();

    private RoleTable() {}

    /** Checks the section that is named after the module in whose directory the test runs. */
    public static void check(Path openApi) throws IOException {
        var module = String.valueOf(Path.of("").toAbsolutePath().getFileName());
        var document = Files.readString(DOCUMENT);
        var found = Pattern.compile("(?m)(^## " + Pattern.quote(module) + "\\R+)(^\\|.*\\R)*")
                .matcher(document);
        if (!found.find()) {
            throw new AssertionError("docs/roles.md has no section \"## " + module + "\"");
        }
        var expected = table(openApi);
        if (found.group().substring(found.group(1).length()).equals(expected)) {
            return;
        }
        if (System.getProperty("roles.write") != null) {
            Files.writeString(
                    DOCUMENT,
                    document.substring(0, found.start()) + found.group(1) + expected + document.substring(found.end()));
        }
        throw new AssertionError("docs/roles.md, section \"" + module
                + "\", is not what the service describes. Run with -Droles.write and commit the difference. Expected:\n"
                + expected);
    }

    private static String table(Path openApi) throws IOException {
        var roles = Stream.concat(Arrays.stream(Role.values()).map(Role::word), Stream.of("operator"))
                .toList();
        return "| operation | " + String.join(" | ", roles).replace('-', ' ') + " |\n|"
                + " --- |".repeat(roles.size() + 1) + "\n"
                + RoleCalls.Operation.of(openApi).stream()
                        .map(operation -> line(operation, roles))
                        .collect(joining());
    }

    private static String line(RoleCalls.Operation operation, List<String> roles) {
        return "| `" + operation.method() + " " + operation.path() + "` |"
                + roles.stream()
                        .map(role ->
                                operation.roles().isEmpty() || operation.roles().contains(role) ? " yes |" : "  |")
                        .collect(joining())
                + "\n";
    }
}

package uk.alongside.foundation;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.foundation.problem.Refusals;

/**
 * Checks that {@code docs/problems.md} lists every problem type of a module, as its refusals declare them. A module runs it
 * by
 *
 * <pre>{@code @ArchTest static final ArchTests problems = ArchTests.in(ProblemTypes.class);}</pre>
 *
 * <p>The module has a section with its own name in that file. With {@code -Dproblems.write} the test writes the section.
 */
public final class ProblemTypes {

    private static final Path DOCUMENT =
            Path.of("..", "docs", "problems.md").toAbsolutePath().normalize();
    private static final String HEAD = "| type | status | extensions | detail |\n| --- | --- | --- | --- |\n";

    private ProblemTypes() {}

    @ArchTest
    static void every_problem_type_is_documented(JavaClasses classes) throws IOException {
        check(section(classes), module());
    }

    private static void check(String expected, String module) throws IOException {
        var document = Files.readString(DOCUMENT);
        var section = Pattern.compile("(?m)(^## " + Pattern.quote(module) + "\\R+)(^\\|.*\\R)+");
        var found = section.matcher(document);
        if (!found.find()) {
            throw new AssertionError(
                    "docs/problems.md has no section \"## " + module + "\" with a table:\n" + expected);
        }
        var committed = found.group().substring(found.group(1).length());
        if (committed.equals(expected)) {
            return;
        }
        if (System.getProperty("problems.write") != null) {
            Files.writeString(
                    DOCUMENT,
                    document.substring(0, found.start()) + found.group(1) + expected + document.substring(found.end()));
        }
        throw new AssertionError("docs/problems.md, section \"" + module
                + "\", is not what the refusals say. Run with -Dproblems.write and commit the difference. Expected:\n"
                + expected);
    }

    private static String section(JavaClasses classes) {
        var types = new TreeMap<String, List<Class<? extends Refusal>>>();
        classes.stream()
                .filter(type -> type.isAssignableTo(Refusal.class) && type.isAnnotatedWith(ProblemType.class))
                .map(ProblemTypes::refusal)
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .forEach(refusal -> types.merge(
                        Refusals.type(refusal),
                        List.of(refusal),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return HEAD
                + types.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .collect(joining());
    }

    private static Class<? extends Refusal> refusal(JavaClass type) {
        return type.reflect().asSubclass(Refusal.class);
    }

    /** Returns one line for a type; refusals may share a type and differ in their details. */
    private static String line(String type, List<Class<? extends Refusal>> refusals) {
        var statuses = new TreeSet<Integer>();
        var extensions = new TreeSet<String>();
        var details = new TreeSet<String>();
        for (var refusal : refusals) {
            statuses.add(Refusals.status(refusal).value());
            Refusals.extensions(refusal).stream()
                    .map(RecordComponent::getName)
                    .map(name -> "`" + name + "`")
                    .forEach(extensions::add);
            details.add(Refusals.template(refusal).replace("|", "\\|"));
        }
        return "| `" + type + "` | "
                + statuses.stream().map(String::valueOf).collect(joining(", ")) + " | "
                + String.join(", ", extensions) + " | "
                + String.join("<br>", details) + " |\n";
    }

    private static String module() {
        return String.valueOf(Path.of("").toAbsolutePath().getFileName());
    }
}

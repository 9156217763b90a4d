package uk.alongside.foundation.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.alongside.foundation.proofs.Proofs.Violation;

/**
 * Compares a database with lists that a release holds in files, and that its reviewers read. A migration can change every
 * list inside the database, but not these files. {@code reviewed-wall.txt} beside the changelog holds the rights, functions,
 * triggers and exceptions of one service; {@code leakproof-functions.txt} holds those functions of PostgreSQL that may see
 * rows before row level security does.
 */
final class ReviewedWall {

    private static final String FOLDER = "uk/alongside/foundation/proofs/";
    private static final String FACTS = text(FOLDER + "facts.sql");
    private static final Set<String> LEAKPROOF = Set.copyOf(lines(FOLDER + "leakproof-functions.txt"));

    private final String file;
    private final OtherRoles otherRoles;

    private ReviewedWall(String file, OtherRoles otherRoles) {
        this.file = file;
        this.otherRoles = otherRoles;
    }

    /** Names the file {@code reviewed-wall.txt} in the folder of this changelog. */
    static ReviewedWall beside(String changelog, OtherRoles otherRoles) {
        return new ReviewedWall(changelog.replaceFirst("[^/]*$", "reviewed-wall.txt"), otherRoles);
    }

    List<Violation> violations(JdbcClient database) {
        return Stream.concat(differences(database), leakproof(database)).toList();
    }

    /** Returns the lines that describe this database, sorted. */
    static List<String> facts(JdbcClient database) {
        return database.sql(FACTS).query((row, _) -> String.valueOf(row.getString(1))).list().stream()
                .sorted()
                .toList();
    }

    private Stream<Violation> differences(JdbcClient database) {
        var version =
                database.sql("show server_version_num").query(Integer.class).single() / 10_000;
        var reviewed = comparable(
                Stream.concat(lines(file).stream(), otherRoles.facts()).toList(), version);
        var found = comparable(facts(database), version);
        return Stream.concat(
                found.stream()
                        .filter(fact -> !reviewed.contains(fact))
                        .map(fact -> new Violation("P39", fact, "is not in " + file)),
                reviewed.stream()
                        .filter(fact -> !found.contains(fact))
                        .map(fact -> new Violation("P39", fact, "is in " + file + " and not in the database")));
    }

    /** Leaves out the views as another version of PostgreSQL writes them, and its own functions. */
    private static Set<String> comparable(List<String> facts, int version) {
        var lists18 = version == 18;
        return facts.stream()
                .filter(fact -> lists18 || !(fact.startsWith("view/") || fact.startsWith("built-in/")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Violation> leakproof(JdbcClient database) {
        return database.sql("""
                        select format('%s(%s)', proname, oidvectortypes(proargtypes)) from pg_proc
                        where proleakproof and pronamespace = 'pg_catalog'::regnamespace""").query((row, _) -> String.valueOf(row.getString(1))).list().stream()
                .filter(function -> !LEAKPROOF.contains(function))
                .map(function -> new Violation("P19b", function, "is marked leakproof, but not in a new server"));
    }

    private static List<String> lines(String path) {
        return text(path)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + path + " is not in this release.", e);
        }
    }
}

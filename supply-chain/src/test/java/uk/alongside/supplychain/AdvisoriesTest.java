package uk.alongside.supplychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.alongside.supplychain.Library.Ecosystem;

/** Tests the rules by which an advisory affects a version, and holds every library against a given set of advisories. */
class AdvisoriesTest {

    private static final Path FIXTURE = Path.of("src/test/resources/advisories");

    @TempDir
    private Path folder;

    @Test
    void noLibraryIsAffectedByAKnownWeakness() {
        var given =
                System.getProperty("alongside.advisories", System.getenv().getOrDefault("ALONGSIDE_ADVISORIES", ""));
        assumeThat(given)
                .as("NOT RUN: no advisories are given. CONTRIBUTING.md says how to get them")
                .isNotEmpty();
        var libraries = Libraries.all();

        var findings = Advisories.about(libraries, Path.of(given)).check(libraries).stream()
                .filter(finding -> !isReviewed(finding))
                .toList();

        assertThat(findings)
                .as("Libraries with a known weakness. Take the fixed version, or add a line to reviewed-advisories.txt")
                .isEmpty();
    }

    @Test
    void everyReviewedWeaknessIsOfALibraryThatIsUsed() {
        var used = Libraries.all().stream().map(Licences::key).toList();

        assertThat(Reviewed.lines("reviewed-advisories.txt", 4))
                .extracting(line -> line.get(1))
                .isSubsetOf(used);
    }

    /** A review ends on its day, so that it is thought about again. */
    private static boolean isReviewed(Advisory.Finding finding) {
        return Reviewed.lines("reviewed-advisories.txt", 4).stream()
                .anyMatch(line -> line.get(0).equals(finding.advisory())
                        && line.get(1).equals(Licences.key(finding.library()))
                        && LocalDate.now(ZoneOffset.UTC).isBefore(LocalDate.parse(line.get(2))));
    }

    @ParameterizedTest
    @CsvSource({
        "1.9.9, false",
        "2.0.0-rc1, false",
        "2.0.0, true",
        "2.3.9.Final, true",
        "2.4.0-beta1, true",
        "2.4.0, false",
        "3.0.0, true",
        "3.0.7, true",
        "3.0.8, false",
        "9.9-special, true"
    })
    void aVersionOfMavenIsAffectedInItsRangesAndWhereItIsListed(String version, boolean affected) {
        assertThat(findings(Ecosystem.MAVEN, "org.example:parser", version)).hasSize(affected ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.1, true",
        "4.17.20, true",
        "4.17.21-rc.1, true",
        "4.17.21, false",
        "5.0.0-alpha, false",
        "5.0.0, true",
        "5.1.0, true",
        "5.1.1, false",
        "5.10.0, false",
        "6.0.0, false"
    })
    void aVersionOfNpmIsAffectedByTheRulesOfSemanticVersioning(String version, boolean affected) {
        assertThat(findings(Ecosystem.NPM, "@example/merge", version)).hasSize(affected ? 1 : 0);
    }

    @Test
    void aFindingNamesTheLibraryTheAdvisoryAndTheFixedVersion() {
        assertThat(findings(Ecosystem.MAVEN, "org.example:parser", "2.1.0"))
                .containsExactly("Maven org.example:parser 2.1.0 is affected by TEST-2026-1 (A long number fills the"
                        + " memory); fixed in 2.4.0");
        assertThat(findings(Ecosystem.NPM, "@example/merge", "5.0.3"))
                .containsExactly("npm @example/merge 5.0.3 is affected by TEST-2026-2; no fixed version is known");
    }

    @Test
    void aWithdrawnAdvisoryAndOneOfAnotherEcosystemAffectNothing() {
        assertThat(findings(Ecosystem.MAVEN, "org.example:withdrawn", "1.0")).isEmpty();
        assertThat(findings(Ecosystem.NPM, "org.example:parser", "2.1.0")).isEmpty();
        assertThat(findings(Ecosystem.MAVEN, "org.example:only-commits", "1.0")).isEmpty();
    }

    @Test
    void anArchiveIsReadAsAFolderIs() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("all.zip")))) {
            for (var file : List.of("maven.json", "npm.json")) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(Files.readAllBytes(FIXTURE.resolve(file)));
            }
        }
        var library = library(Ecosystem.MAVEN, "org.example:parser", "2.1.0");

        assertThat(Advisories.about(List.of(library), folder).check(List.of(library)))
                .hasSize(1);
    }

    private static List<String> findings(Ecosystem ecosystem, String name, String version) {
        var libraries = List.of(library(ecosystem, name, version));
        return Advisories.about(libraries, FIXTURE).check(libraries).stream()
                .map(Advisory.Finding::toString)
                .toList();
    }

    private static Library library(Ecosystem ecosystem, String name, String version) {
        return new Library(ecosystem, name, version, List.of("MIT"));
    }
}

package uk.alongside.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.supplychain.Library.Ecosystem;

/** Tests the rules about licences, and holds every library against them. */
class LicencesTest {

    private static final String REVIEWED = "reviewed-licences.txt";

    private final Licences licences = new Licences(Map.of("maven a:reviewed", "GPL-3.0-only"));

    @Test
    void everyLibraryHasALicenceThatIsAllowedOrReviewed() {
        var licences = new Licences(
                Reviewed.lines(REVIEWED, 3).stream().collect(Collectors.toMap(List::getFirst, line -> line.get(1))));

        assertThat(Libraries.all().stream().flatMap(library -> licences.complaint(library).stream()))
                .as("Libraries with a licence that is not allowed. Use another library, or review the licence and add a"
                        + " line to " + REVIEWED)
                .isEmpty();
    }

    @Test
    void everyReviewedLibraryIsStillUsedAndNeedsItsReview() {
        var complaints = Libraries.all().stream()
                .filter(library -> new Licences(Map.of()).complaint(library).isPresent())
                .map(Licences::key)
                .toList();

        assertThat(Reviewed.lines(REVIEWED, 3)).extracting(List::getFirst).isSubsetOf(complaints);
    }

    @Test
    void theListsOfLibrariesAreComplete() {
        assertThat(Libraries.of("gateway"))
                .extracting(Library::name)
                .contains("io.lettuce:lettuce-core", "io.netty:netty-handler");
        assertThat(Libraries.of("conversations-service"))
                .extracting(Library::name)
                .contains("org.postgresql:postgresql", "org.springframework:spring-core")
                .doesNotContain("org.junit.jupiter:junit-jupiter-api");
        assertThat(Libraries.pages()).extracting(Library::name).contains("react", "@tanstack/react-query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT",
                "The MIT License",
                "Apache-2.0",
                "Apache License, Version 2.0",
                "The Apache Software License, Version 2.0",
                "BSD-2-Clause",
                "New BSD License",
                "ISC",
                "MPL-2.0",
                "EPL 2.0",
                "Eclipse Public License - v 1.0",
                "EDL 1.0",
                "OFL-1.1",
                "(GPL-2.0 OR MIT)"
            })
    void isAllowed(String licence) {
        assertThat(licences.complaint(library("a:b", licence))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPL-3.0-only",
                "GNU Lesser General Public License",
                "Functional Source License",
                "Business Source License 1.1",
                "AGPL-3.0",
                "SSPL-1.0",
                "Apache License, Version 1.1",
                "MIT AND GPL-2.0-only",
                "not MIT"
            })
    void isNotAllowed(String licence) {
        assertThat(licences.complaint(library("a:b", licence))).isEqualTo(Optional.of("Maven a:b 1.0 has " + licence));
    }

    @Test
    void oneOfSeveralLicencesIsEnough() {
        assertThat(licences.complaint(library("a:b", "LGPL-2.1-or-later", "Apache-2.0")))
                .isEmpty();
    }

    @Test
    void aLibraryWithoutALicenceIsNotAllowed() {
        assertThat(licences.complaint(library("a:b"))).contains("Maven a:b 1.0 has no licence");
    }

    @Test
    void aReviewHoldsForTheLicenceThatWasReviewed() {
        assertThat(licences.complaint(library("a:reviewed", "GPL-3.0-only"))).isEmpty();
        assertThat(licences.complaint(library("a:reviewed", "AGPL-3.0"))).isPresent();
    }

    private static Library library(String name, String... written) {
        return new Library(Ecosystem.MAVEN, name, "1.0", List.of(written));
    }
}

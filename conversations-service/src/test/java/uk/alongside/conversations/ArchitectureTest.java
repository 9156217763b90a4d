package uk.alongside.conversations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import uk.alongside.foundation.ArchitectureRules;
import uk.alongside.foundation.ProblemTypes;

@AnalyzeClasses(packagesOf = ConversationsApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Made-up counts have a seed. They are for the demonstration, the command simulate and tests (docs/adr/0061). */
    @ArchTest
    static final ArchRule nothing_uses_made_up_councils =
            noClasses().should().dependOnClassesThat().resideInAPackage("uk.alongside.statistics.simulation..");

    @ArchTest
    static final ArchTests wall = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchTests problems = ArchTests.in(ProblemTypes.class);

    @Test
    void featuresUseEachOtherOnlyThroughTheirPublicTypesAndWithoutCycles() {
        ApplicationModules.of(ConversationsApplication.class).verify();
    }
}

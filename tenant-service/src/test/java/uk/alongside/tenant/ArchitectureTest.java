package uk.alongside.tenant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import uk.alongside.foundation.ArchitectureRules;
import uk.alongside.foundation.ProblemTypes;

@AnalyzeClasses(packagesOf = TenantApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests wall = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchTests problems = ArchTests.in(ProblemTypes.class);

    @Test
    void featuresUseEachOtherOnlyThroughTheirPublicTypesAndWithoutCycles() {
        ApplicationModules.of(TenantApplication.class).verify();
    }
}

package uk.alongside.tenant.introduction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Tests that introductions use no figure, and that nothing about them can be derived from a release. */
@AnalyzeClasses(packages = "uk.alongside.tenant", importOptions = DoNotIncludeTests.class)
class IntroductionRulesTest {

    @ArchTest
    static final ArchRule introductions_read_no_sheet_and_no_release = noClasses()
            .that()
            .resideInAPackage("..introduction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..tenant.benchmark..", "..statistics.benchmark..", "..statistics.privacy..");

    @ArchTest
    static final ArchRule benchmarks_know_nothing_of_introductions = noClasses()
            .that()
            .resideInAPackage("..tenant.benchmark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..introduction..");
}

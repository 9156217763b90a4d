package uk.alongside.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import uk.alongside.statistics.privacy.DiscreteGaussian;

@AnalyzeClasses(packages = "uk.alongside.statistics", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int FILES_IN_A_PACKAGE = 20;

    /** No Spring, no database, no other module of Alongside. */
    @ArchTest
    static final ArchRule only_java_and_the_special_functions_are_used = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.apache.commons.numbers.gamma",
                    "org.jspecify.annotations",
                    "uk.alongside.statistics..");

    @ArchTest
    static final ArchRule special_functions_are_called_by_distributions_alone = noClasses()
            .that()
            .resideOutsideOfPackage("..distribution")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.numbers..");

    @ArchTest
    static final ArchRule only_the_noise_is_random = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(DiscreteGaussian.class.getName())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .orShould()
            .callMethod(Math.class, "random");

    /** Made-up counts have a seed, so nothing that a service computes may come from there. */
    @ArchTest
    static final ArchRule nothing_uses_made_up_councils = noClasses()
            .that()
            .resideOutsideOfPackage("..simulation")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..simulation");

    @ArchTest
    static final ArchRule nothing_outside_the_call_changes_an_answer = noClasses()
            .should()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.time..", "java.lang.reflect..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("uk.alongside.statistics.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void aPackageHasAtMostTwentyFiles(JavaClasses classes) {
        var sizes = classes.stream()
                .filter(type -> type.isTopLevelClass())
                .collect(Collectors.groupingBy(type -> type.getPackageName(), Collectors.counting()));
        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size).isLessThan(FILES_IN_A_PACKAGE));
    }
}

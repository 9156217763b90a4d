package uk.alongside.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.server.ServerWebExchange;

@AnalyzeClasses(packagesOf = GatewayApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaAccess<?>> READS_A_BODY = JavaAccess.Predicates.target(
                    owner(assignableTo(ReactiveHttpInputMessage.class).or(assignableTo(ServerWebExchange.class))))
            .and(JavaAccess.Predicates.target(nameMatching("getBody|getFormData|getMultipartData")))
            .as("a request's body is read");

    @ArchTest
    static final ArchRule reads_no_body = noClasses().should().accessTargetWhere(READS_A_BODY);

    @ArchTest
    static final ArchRule takes_no_body = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(RequestBody.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.cloud.gateway.filter.factory.rewrite..");

    @ArchTest
    static final ArchRule knows_no_database_and_no_servlet = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "jakarta.persistence..",
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.web.servlet..",
                    "org.springframework.jdbc..",
                    "org.springframework.data.jpa..",
                    "uk.alongside.foundation..");

    @ArchTest
    static final ArchRule packages_do_not_use_each_other_both_ways =
            slices().matching("uk.alongside.gateway.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_do_not_use_the_start = noClasses()
            .that()
            .resideInAPackage("uk.alongside.gateway.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("uk.alongside.gateway");

    @ArchTest
    static final ArchRule only_what_another_package_uses_is_public = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and()
            .doNotHaveSimpleName("GatewayApplication")
            .should(beUsedByAnotherPackage());

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .map(use -> use.getOriginClass().getPackageName())
                        .anyMatch(user -> !user.equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(type, used, type.getName() + " is used by its own package only"));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.web.servlet.DispatcherServlet",
                "jakarta.servlet.Servlet",
                "jakarta.persistence.EntityManager",
                "org.springframework.jdbc.core.JdbcTemplate"
            })
    void theGatewayHasNoServletOrDatabaseLibrary(String name) {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(name));
    }
}

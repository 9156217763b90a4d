package uk.alongside.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
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
    static final ArchRule shows_nothing_but_its_start = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("GatewayApplication")
            .should()
            .notBePublic();

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

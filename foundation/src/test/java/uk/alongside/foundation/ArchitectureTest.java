package uk.alongside.foundation;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.scheduling.annotation.Async;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.foundation.trial.TrialService;

/** Shows each architecture rule code that it must reject, because a rule that never rejects anything proves nothing. */
class ArchitectureTest {

    static class UsesStateless {
        void delete(StatelessSession session) {
            session.delete(this);
        }
    }

    static class DisablesTheFilter {
        void all(Session session) {
            session.disableFilter("_tenantId");
        }
    }

    static class OpensAnotherSession {
        void all(Session session) {
            session.sessionWithOptions();
        }
    }

    static class CreatesAnEntityManager {
        void all(EntityManagerFactory factory) {
            factory.createEntityManager();
        }
    }

    interface People extends JpaRepository<WithoutCouncil, UUID> {}

    static class TakesAReference {
        void forget(People people, UUID id) {
            people.delete(people.getReferenceById(id));
        }
    }

    static class HoldsADataSource {
        @Nullable
        DataSource dataSource;
    }

    static class SchedulesByItself {
        @Nullable
        SchedulerClient scheduler;
    }

    static class Caches {
        @Cacheable("people")
        String person(UUID id) {
            return id.toString();
        }
    }

    @jakarta.persistence.Cacheable
    static class IsCached {}

    static class Sends {
        @Async
        void person(UUID id) {}
    }

    @Entity
    static class WithoutCouncil {}

    @RestController
    static class SaysNothing {
        @GetMapping("/api/x")
        String x() {
            return "x";
        }
    }

    @RestController
    static class TakesAnyText {
        record Form(List<String> names) {}

        @PostMapping("/api/x")
        @PreAuthorize("permitAll()")
        void x(@RequestBody Form form) {}
    }

    @RestController
    public static class PublicController {}

    record SaysNoStatus() implements Refusal {}

    static class PersonHelper {}

    static class Merges {
        static final String SQL = "merge into app.resident using app.booking on true";
    }

    static class AsksTheMachine {
        LocalDate today() {
            return LocalDate.now(ZoneId.of("Europe/London"));
        }
    }

    static class AsksTheDatabase {
        static final String SQL = "delete from app.hold where expires_at <= now()";
    }

    @Component
    static class KeepsAMap {
        private final Remembers remembers = new Remembers();

        Optional<String> last(String name) {
            return Optional.ofNullable(remembers.byName.get(name));
        }
    }

    static class Remembers {
        final Map<String, String> byName = new ConcurrentHashMap<>();
    }

    static class KeepsAStaticMap {
        private static final Map<String, String> BY_NAME = new HashMap<>();

        Optional<String> last(String name) {
            return Optional.ofNullable(BY_NAME.get(name));
        }
    }

    @Repository
    @Transactional(propagation = Propagation.MANDATORY)
    static class RollsBackWhenATextIsUnreadable {
        String text(TextEncryption encryption, EncryptedColumn column, ResultSet row) throws SQLException {
            return encryption.decrypt(column, row);
        }
    }

    record Offence(ArchRule rule, Class<?> offender) {}

    static Stream<Offence> offences() {
        return Stream.of(
                new Offence(ArchitectureRules.nothing_goes_around_the_tenant_filter, UsesStateless.class),
                new Offence(ArchitectureRules.nothing_goes_around_the_tenant_filter, DisablesTheFilter.class),
                new Offence(ArchitectureRules.nothing_goes_around_the_tenant_filter, OpensAnotherSession.class),
                new Offence(ArchitectureRules.nothing_goes_around_the_tenant_filter, CreatesAnEntityManager.class),
                new Offence(ArchitectureRules.nothing_goes_around_the_tenant_filter, TakesAReference.class),
                new Offence(ArchitectureRules.nothing_has_its_own_way_to_the_database, HoldsADataSource.class),
                new Offence(ArchitectureRules.jobs_are_added_through_the_queue, SchedulesByItself.class),
                new Offence(ArchitectureRules.nothing_has_a_cache, Caches.class),
                new Offence(ArchitectureRules.nothing_has_a_cache, IsCached.class),
                new Offence(ArchitectureRules.nothing_keeps_a_map_between_requests, KeepsAMap.class),
                new Offence(ArchitectureRules.nothing_keeps_a_map_between_requests, KeepsAStaticMap.class),
                new Offence(ArchitectureRules.nothing_is_sent_to_another_thread_without_its_council, Sends.class),
                new Offence(ArchitectureRules.every_entity_carries_its_council_in_one_line, WithoutCouncil.class),
                new Offence(ArchitectureRules.every_endpoint_says_who_may_call_it, SaysNothing.class),
                new Offence(ArchitectureRules.every_text_of_a_request_says_its_kind, TakesAnyText.class),
                new Offence(ArchitectureRules.controllers_are_package_private, PublicController.class),
                new Offence(ArchitectureRules.every_refusal_says_how_it_is_answered, SaysNoStatus.class),
                new Offence(
                        ArchitectureRules.a_store_that_decrypts_leaves_the_transaction_of_a_refusal_to_its_use_case,
                        RollsBackWhenATextIsUnreadable.class),
                new Offence(ArchitectureRules.no_dumping_grounds, PersonHelper.class),
                new Offence(ArchitectureRules.sql_keeps_to_what_citus_routes, Merges.class),
                new Offence(ArchitectureRules.time_comes_from_the_clock, AsksTheMachine.class),
                new Offence(ArchitectureRules.time_comes_from_the_clock, AsksTheDatabase.class));
    }

    @ParameterizedTest
    @MethodSource("offences")
    void theRuleRejectsCodeThatBreaksIt(Offence offence) {
        var classes = new ClassFileImporter().importClasses(offence.offender());

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> offence.rule().check(classes));
    }

    @Test
    void everyRuleHasAnExampleThatBreaksIt() {
        var rules = Arrays.stream(ArchitectureRules.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .count();

        assertThat(offences().map(Offence::rule).distinct()).hasSize((int) rules);
    }

    @Test
    void theTrialServiceBreaksNoRule() {
        JavaClasses trial = new ClassFileImporter()
                .importPackages("uk.alongside.foundation.trial")
                .that(not(assignableTo(TrialService.class)
                        .or(simpleNameEndingWith("Test"))
                        .or(simpleName("Issuer"))));

        for (var rule : offences().map(Offence::rule).distinct().toList()) {
            rule.check(trial);
        }
    }

    @Test
    void everyProblemTypeOfFoundationIsDocumented() throws IOException {
        ProblemTypes.every_problem_type_is_documented(
                new ClassFileImporter(List.of(new DoNotIncludeTests())).importPackages("uk.alongside.foundation"));
    }
}

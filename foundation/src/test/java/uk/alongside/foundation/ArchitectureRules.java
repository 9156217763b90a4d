package uk.alongside.foundation;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.TenantId;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Async;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.wall.KeptAcrossCouncils;

/**
 * Rules for the code of a service; a break of one of them would leave the database's wall as the only protection. A
 * service runs them by <pre>{@code @ArchTest static final ArchTests wall =
 * ArchTests.in(ArchitectureRules.class);}</pre>
 */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** Each of these bypasses Hibernate's tenant filter (ISOLATION A1 lists what they did without the wall). */
    @ArchTest
    static final ArchRule nothing_goes_around_the_tenant_filter = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(StatelessSession.class)
            .orShould()
            .callMethodWhere(calls("disableFilter", Session.class))
            .orShould()
            .callMethodWhere(calls("sessionWithOptions", Session.class))
            .orShould()
            .callMethodWhere(calls("withOptions", SessionFactory.class))
            .orShould()
            .callMethodWhere(calls("openSession", SessionFactory.class))
            .orShould()
            .callMethodWhere(calls("createEntityManager", EntityManagerFactory.class))
            .orShould()
            .callMethodWhere(target(name("getReferenceById")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_has_its_own_way_to_the_database = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DataSource.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.DriverManager")
            .because("JdbcClient and repositories run in the bound transaction")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule jobs_are_added_through_the_queue = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SchedulerClient.class)
            .because("JobQueue adds a job once when two transactions need it at the same moment")
            .allowEmptyShould(true);

    /**
     * Caches, including Hibernate's second-level and query caches, keep rows after the transaction that was allowed to
     * see them.
     */
    @ArchTest
    static final ArchRule nothing_has_a_cache = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.cache..",
                    "org.springframework.data.redis..",
                    "javax.cache..",
                    "com.github.benmanes.caffeine..",
                    "com.google.common.cache..",
                    "org.hibernate.cache..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Cacheable.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Cache.class)
            .because("a key without its council in it answers one council with another's row (ISOLATION A5, 25)")
            .allowEmptyShould(true);

    /**
     * A map in a bean, in an object that a bean holds, or in a static field that code can change, outlives the request,
     * so it is a cache too. A class marked {@link KeptAcrossCouncils} says why its map is safe.
     */
    @ArchTest
    static final ArchRule nothing_keeps_a_map_between_requests = classes()
            .should(keepNoMap())
            .because("a key without its council in it answers one council with another's row (ISOLATION A5, 25)")
            .allowEmptyShould(true);

    private static ArchCondition<JavaClass> keepNoMap() {
        return new ArchCondition<>("keep no map, also not in an object that they hold") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getStaticInitializer().stream()
                        .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isAssignableTo(Map.class) && !isMarked(type))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
                if (type.isMetaAnnotatedWith(Component.class)) {
                    mapsHeldBy(type)
                            .forEach(map ->
                                    events.add(SimpleConditionEvent.violated(type, map.getFullName() + " is a map")));
                }
            }
        };
    }

    /** Returns the maps of a bean, and of the objects of this product that it holds. */
    private static List<JavaField> mapsHeldBy(JavaClass bean) {
        var maps = new ArrayList<JavaField>();
        var seen = new HashSet<JavaClass>();
        var holders = new ArrayDeque<>(List.of(bean));
        while (!holders.isEmpty()) {
            var holder = holders.remove();
            if (!seen.add(holder) || isMarked(holder)) {
                continue;
            }
            for (var field : holder.getFields()) {
                var type = field.getRawType();
                if (type.isAssignableTo(Map.class) && !field.getModifiers().contains(JavaModifier.STATIC)) {
                    maps.add(field);
                } else if (type.getPackageName().startsWith("uk.alongside.")) {
                    holders.add(type);
                }
            }
        }
        return maps;
    }

    private static boolean isMarked(JavaClass type) {
        return type.isAnnotatedWith(KeptAcrossCouncils.class);
    }

    /** A new thread has no council. */
    @ArchTest
    static final ArchRule nothing_is_sent_to_another_thread_without_its_council =
            methods().should().notBeAnnotatedWith(Async.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule every_entity_carries_its_council_in_one_line = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and(new DescribedPredicate<>("are not in schema shared") {
                @Override
                public boolean test(JavaClass entity) {
                    return entity.tryGetAnnotationOfType(Table.class)
                            .map(table -> !table.schema().equals("shared"))
                            .orElse(true);
                }
            })
            .should(haveExactlyOneTenantId())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule every_endpoint_says_who_may_call_it = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should(sayWhoMayCall())
            .allowEmptyShould(true);

    /** A text that is not marked is neither tidied nor judged. */
    @ArchTest
    static final ArchRule every_text_of_a_request_says_its_kind = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should(markEveryText())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllers_are_package_private = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    /** A text whose key was destroyed is refused, and the use case may still record that the caller tried to read it. */
    @ArchTest
    static final ArchRule a_store_that_decrypts_leaves_the_transaction_of_a_refusal_to_its_use_case = classes()
            .that()
            .areAnnotatedWith(Repository.class)
            .and(describe(
                    "use TextEncryption",
                    store -> store.getDirectDependenciesFromSelf().stream()
                            .anyMatch(used -> used.getTargetClass().isEquivalentTo(TextEncryption.class))))
            .should(ArchCondition.from(describe(
                    "be @Transactional(noRollbackFor = Refused.class)",
                    store -> store.isAnnotatedWith(Transactional.class)
                            && List.of(store.getAnnotationOfType(Transactional.class)
                                            .noRollbackFor())
                                    .contains(Refused.class))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule every_refusal_says_how_it_is_answered = classes()
            .that()
            .areAssignableTo(Refusal.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(ProblemType.class)
            .orShould()
            .beAnnotatedWith(InvalidField.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_dumping_grounds = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..dto..", "..impl..")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    /** SQL is text, so this rule searches the constants of the class files (ISOLATION A6). */
    @ArchTest
    static final ArchRule sql_keeps_to_what_citus_routes = classes()
            .should(haveNoConstantLike("(?i)merge into\\b|set constraints\\b|set_config\\s*\\("))
            .allowEmptyShould(true);

    /** A test sets the clock that a service goes by, which it cannot do where the machine or the database is asked. */
    @ArchTest
    static final ArchRule time_comes_from_the_clock = classes()
            .should(haveNoConstantLike("\\bnow\\(\\)|clock_timestamp|\\bcurrent_(date|time)|\\blocaltime"))
            .andShould(notAskTheMachineForTheTime())
            .allowEmptyShould(true);

    private static ArchCondition<JavaClass> notAskTheMachineForTheTime() {
        return new ArchCondition<>("not ask the machine for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var call : type.getMethodCallsFromSelf()) {
                    var asked = call.getTargetOwner().getPackageName().equals("java.time")
                            && (call.getName().equals("now") || call.getName().startsWith("system"))
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
                    events.add(new SimpleConditionEvent(type, !asked, call.getDescription()));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoConstantLike(String pattern) {
        var forbidden = Pattern.compile(pattern);
        return new ArchCondition<>("have no constant like " + pattern) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getSource().ifPresent(source -> {
                    var found = forbidden.matcher(constants(source.getUri())).find();
                    events.add(new SimpleConditionEvent(type, !found, type.getName() + " holds such SQL"));
                });
            }
        };
    }

    private static String constants(URI classFile) {
        try (var bytes = classFile.toURL().openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaCall<?>> calls(String method, Class<?> on) {
        return target(name(method)).and(target(owner(assignableTo(on))));
    }

    private static ArchCondition<JavaClass> haveExactlyOneTenantId() {
        return new ArchCondition<>("have exactly one @TenantId") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                var tenantIds = entity.getAllFields().stream()
                        .filter(field -> field.isAnnotatedWith(TenantId.class))
                        .count();
                events.add(new SimpleConditionEvent(
                        entity, tenantIds == 1, entity.getName() + " has " + tenantIds + " @TenantId fields"));
            }
        };
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("be annotated with @PreAuthorize, or their class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var said = method.isAnnotatedWith(PreAuthorize.class)
                        || method.getOwner().isAnnotatedWith(PreAuthorize.class);
                events.add(new SimpleConditionEvent(method, said, method.getFullName() + " does not say who may call"));
            }
        };
    }

    private static ArchCondition<JavaMethod> markEveryText() {
        return new ArchCondition<>("mark every text of a body, a query or a path with @TypedText") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (var parameter : method.reflect().getParameters()) {
                    if (parameter.isAnnotationPresent(RequestBody.class)
                            || parameter.isAnnotationPresent(RequestParam.class)
                            || parameter.isAnnotationPresent(PathVariable.class)) {
                        unmarkedTexts(parameter.getName(), parameter.getAnnotatedType())
                                .map(text -> method.getFullName() + " does not say which kind of text " + text + " is")
                                .forEach(message -> events.add(SimpleConditionEvent.violated(method, message)));
                    }
                }
            }
        };
    }

    private static Stream<String> unmarkedTexts(String path, AnnotatedType type) {
        if (type.getType() == String.class) {
            return type.isAnnotationPresent(TypedText.class) ? Stream.empty() : Stream.of(path);
        }
        if (type instanceof AnnotatedParameterizedType container) {
            return Arrays.stream(container.getAnnotatedActualTypeArguments())
                    .flatMap(argument -> unmarkedTexts(path, argument));
        }
        return type.getType() instanceof Class<?> body && body.isRecord()
                ? Arrays.stream(body.getRecordComponents())
                        .flatMap(component ->
                                unmarkedTexts(path + "/" + component.getName(), component.getAnnotatedType()))
                : Stream.empty();
    }
}

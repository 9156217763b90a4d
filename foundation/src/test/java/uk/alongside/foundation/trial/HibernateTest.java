package uk.alongside.foundation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.foundation.wall.Wall.LARKSHIRE;
import static uk.alongside.foundation.wall.Wall.MEADOWSHIRE;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * The 19 operations of ISOLATION A1. Hibernate alone would let one council reach another's row; the wall refuses each.
 */
class HibernateTest extends TrialService {

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entityManager;

    @Autowired
    private PlatformTransactionManager transactions;

    /** Runs an operation in Larkshire on Bob of Meadowshire, and returns everything that it saw. */
    record Operation(String name, Function<Session, List<?>> on) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Operation> operations() {
        return Stream.of(
                reads("find another council's id", session -> one(session.find(Resident.class, BOB))),
                reads(
                        "HQL select",
                        session -> session.createSelectionQuery("from Resident", Resident.class)
                                .getResultList()),
                reads(
                        "getReference and read",
                        session -> List.of(
                                session.getReference(Resident.class, BOB).name())),
                does("getReference and remove", session -> session.remove(session.getReference(Resident.class, BOB))),
                does("merge of a detached object with our own council", session -> session.merge(bobOf(LARKSHIRE))),
                does("merge of a detached object with its council", session -> session.merge(bobOf(MEADOWSHIRE))),
                does(
                        "HQL bulk update",
                        session -> session.createMutationQuery("update Resident set name = 'x' where id = :id")
                                .setParameter("id", BOB)
                                .executeUpdate()),
                does(
                        "HQL bulk delete",
                        session -> session.createMutationQuery("delete Resident where id = :id")
                                .setParameter("id", BOB)
                                .executeUpdate()),
                reads(
                        "native select",
                        session -> session.createNativeQuery("select name from app.resident", String.class)
                                .getResultList()),
                does(
                        "native update",
                        session -> session.createNativeMutationQuery(
                                        "update app.resident set name = 'x' where id = :id")
                                .setParameter("id", BOB)
                                .executeUpdate()),
                reads("disableFilter, then HQL", session -> {
                    session.disableFilter("_tenantId");
                    return session.createSelectionQuery("from Resident", Resident.class)
                            .getResultList();
                }),
                reads("sessionWithOptions with its council", session -> {
                    try (var other = session.sessionWithOptions()
                            .connection()
                            .tenantIdentifier((Object) MEADOWSHIRE)
                            .openSession()) {
                        return other.createSelectionQuery("from Resident", Resident.class)
                                .getResultList();
                    }
                }),
                reads("findMultiple with its id", session -> session.findMultiple(Resident.class, List.of(ADA, BOB))),
                reads("stateless get", session -> stateless(session, other -> one(other.get(Resident.class, BOB)))),
                does("stateless update with our own council", session -> stateless(session, update(LARKSHIRE))),
                does("stateless update with its council", session -> stateless(session, update(MEADOWSHIRE))),
                does("stateless delete with our own council", session -> stateless(session, delete(LARKSHIRE))),
                does("stateless delete with its council", session -> stateless(session, delete(MEADOWSHIRE))),
                does(
                        "stateless upsert",
                        session -> stateless(session, other -> {
                            other.upsert(bobOf(MEADOWSHIRE));
                            return List.of();
                        })));
    }

    @BeforeEach
    void fill() {
        fillBothCouncils();
    }

    @Test
    void theOperationsAreTheNineteenOfTheList() {
        assertThat(operations()).hasSize(19).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("operations")
    @DisplayName("A5-28: neither shows nor changes another council's row")
    void noOperationShowsOrChangesAnotherCouncilsRow(Operation operation) {
        var seen = new ArrayList<Object>();
        try {
            CouncilContext.run(
                    LARKSHIRE,
                    () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                        seen.addAll(operation.on().apply(entityManager.unwrap(Session.class)));
                        entityManager.flush();
                    }));
        } catch (DataAccessException | TransactionException | PersistenceException refused) {
            assertThat(refused).hasStackTraceContaining("org.hibernate");
        }

        assertThat(seen).noneMatch(row -> String.valueOf(row).contains("Bob"));
        assertThat(superuser
                        .sql("select id || ' ' || name || ' ' || reference from app.resident where tenant_id = ?")
                        .param(MEADOWSHIRE)
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .list())
                .containsExactly(BOB + " Bob Example R1");
    }

    private static Operation reads(String name, Function<Session, List<?>> read) {
        return new Operation(name, read);
    }

    private static Operation does(String name, Consumer<Session> change) {
        return new Operation(name, session -> {
            change.accept(session);
            return List.of();
        });
    }

    private static List<?> one(@Nullable Object found) {
        return Stream.of(found).filter(Objects::nonNull).toList();
    }

    private static Resident bobOf(UUID council) {
        var resident = new Resident(BOB, "R1", "Mallory");
        resident.tenantId = council;
        return resident;
    }

    private static List<?> stateless(Session session, Function<StatelessSession, List<?>> work) {
        return session.doReturningWork((Connection connection) -> {
            try (var other = session.getSessionFactory()
                    .withStatelessOptions()
                    .connection(connection)
                    .tenantIdentifier((Object) LARKSHIRE)
                    .openStatelessSession()) {
                return work.apply(other);
            }
        });
    }

    private static Function<StatelessSession, List<?>> update(UUID council) {
        return session -> {
            session.update(bobOf(council));
            return List.of();
        };
    }

    private static Function<StatelessSession, List<?>> delete(UUID council) {
        return session -> {
            session.delete(bobOf(council));
            return List.of();
        };
    }
}

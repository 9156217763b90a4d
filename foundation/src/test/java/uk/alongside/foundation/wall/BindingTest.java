package uk.alongside.foundation.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.alongside.foundation.wall.Wall.LARKSHIRE;
import static uk.alongside.foundation.wall.Wall.MEADOWSHIRE;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.jobs.JobQueue;
import uk.alongside.foundation.trial.CountingTask;
import uk.alongside.foundation.trial.SharedRegister;
import uk.alongside.foundation.trial.TrialService;

class BindingTest extends TrialService {

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private GuardedDataSource dataSource;

    @Autowired
    private SharedRegister register;

    @Autowired
    private JobQueue queue;

    @Autowired
    private CustomTask<Void> counting;

    @BeforeEach
    void fill() {
        fillBothCouncils();
    }

    @Test
    void aTransactionSeesItsOwnCouncil() {
        assertThat(namesFor(LARKSHIRE)).containsExactly("Ada Example");
        assertThat(namesFor(MEADOWSHIRE)).containsExactly("Bob Example");
    }

    @Test
    void oneCouncilHoldsOnlyItsShareOfTheConnections() throws Exception {
        var entered = new Semaphore(0);
        var mayLeave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var flood = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> CouncilContext.call(
                            LARKSHIRE,
                            () -> transaction().execute(_ -> {
                                entered.release();
                                await(mayLeave);
                                return names();
                            }))))
                    .toList();
            try {
                entered.acquire(2);
                for (int i = 0; i < 20; i++) {
                    assertThat(namesFor(MEADOWSHIRE)).containsExactly("Bob Example");
                }
                assertThat(entered.availablePermits()).as("beyond the share").isZero();
            } finally {
                mayLeave.countDown();
            }
            for (var one : flood) {
                assertThat(one.get()).containsExactly("Ada Example");
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInnerTransactionHasTheSameCouncilOnItsOwnConnection() {
        var inner = transaction();
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        var seen = CouncilContext.call(LARKSHIRE, () -> transaction().execute(_ -> inner.execute(_ -> names())));

        assertThat(seen).containsExactly("Ada Example");
    }

    @Test
    void theCouncilCannotChangeInsideATransaction() {
        CouncilContext.run(
                LARKSHIRE,
                () -> transaction().executeWithoutResult(_ -> {
                    assertThatIllegalStateException().isThrownBy(() -> CouncilContext.run(MEADOWSHIRE, () -> {}));
                    assertThatIllegalStateException().isThrownBy(register::residents);
                }));
    }

    @Test
    @DisplayName(
            "A5-27, A5-29: a transaction without a council does not begin, and leaks neither connection nor thread")
    void noTransactionBeginsWithoutACouncil() {
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(CannotCreateTransactionException.class)
                    .isThrownBy(() -> transaction().execute(_ -> names()))
                    .withRootCauseInstanceOf(NoCouncilBound.class);
        }

        assertThat(activeConnections()).isZero();
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse();
    }

    @Test
    @DisplayName("A5-29: a transaction whose binding the database refuses leaks nothing")
    void aRefusedBindingLeaksNoConnection() {
        superuser
                .sql("update sec.context_key set kid = 'other' where kid = 'k1'")
                .update();
        try {
            for (int i = 0; i < 20; i++) {
                assertThatExceptionOfType(CannotCreateTransactionException.class)
                        .isThrownBy(() -> namesFor(LARKSHIRE))
                        .withStackTraceContaining("its key, role or clock differs");
            }
        } finally {
            superuser
                    .sql("update sec.context_key set kid = 'k1' where kid = 'other'")
                    .update();
        }

        assertThat(activeConnections()).isZero();
        assertThat(namesFor(LARKSHIRE)).containsExactly("Ada Example");
    }

    @Test
    void aConnectionOutsideATransactionIsRefused() {
        CouncilContext.run(
                LARKSHIRE, () -> assertThatExceptionOfType(NoCouncilBound.class).isThrownBy(this::names));
        assertThatExceptionOfType(NoCouncilBound.class).isThrownBy(this::names);
        assertThat(activeConnections()).isZero();
    }

    @Test
    @DisplayName("A5-27: work on another thread has no council, and fails")
    void anotherThreadHasNoCouncil() {
        CouncilContext.run(LARKSHIRE, () -> {
            var elsewhere = CompletableFuture.supplyAsync(() -> transaction().execute(_ -> names()));

            assertThat(elsewhere)
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .withRootCauseInstanceOf(NoCouncilBound.class);
        });
    }

    @Test
    @DisplayName("A5-27: scheduled work binds the council that its instance names")
    void scheduledWorkIsBoundToItsCouncil() throws InterruptedException {
        CountingTask.SEEN.clear();

        CouncilContext.run(MEADOWSHIRE, () -> transaction().executeWithoutResult(_ -> schedule(MEADOWSHIRE)));

        assertThat(CountingTask.SEEN.poll(1, TimeUnit.MINUTES)).isEqualTo("Bob Example");
    }

    @Test
    @DisplayName("A5-27: scheduled work whose instance names no council does nothing")
    void scheduledWorkWithoutACouncilDoesNothing() {
        CountingTask.SEEN.clear();
        var instance = counting.instance("no-council");

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> counting.execute(instance, null));
        assertThat(CountingTask.SEEN).isEmpty();
    }

    @Test
    void workIsScheduledOnlyIfItsTransactionCommits() {
        var council = UUID.randomUUID();

        CouncilContext.run(
                council,
                () -> transaction().executeWithoutResult(status -> {
                    schedule(council);
                    status.setRollbackOnly();
                }));

        assertThat(superuser
                        .sql("select count(*) from ops.scheduled_tasks where task_instance = ?")
                        .param(council.toString())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatExceptionOfType(NoCouncilBound.class).isThrownBy(() -> schedule(council));
    }

    @Test
    void workAcrossCouncilsSeesNoFencedRow() {
        assertThat(register.residents()).isZero();
        assertThat(CouncilContext.<Long, RuntimeException>call(LARKSHIRE, register::residents))
                .isZero();
    }

    @Test
    @DisplayName("A5-12: a borrower that leaves state on its connection gets an error")
    void stateLeftOnAConnectionIsAnError() {
        for (var left : List.of(
                "declare loot cursor with hold for select 1",
                "listen loot",
                "do 'begin perform pg_advisory_lock(7); end'",
                "prepare loot as select 1",
                "set session app.ctx = 'x'")) {
            assertThatIllegalStateException()
                    .as(left)
                    .isThrownBy(() -> CouncilContext.call(LARKSHIRE, () -> borrowFor(left)))
                    .withMessageContaining("A borrower left");
        }
        assertThat(namesFor(LARKSHIRE)).containsExactly("Ada Example");
    }

    private boolean borrowFor(String sql) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            GuardedDataSource.bind(connection, 10);
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
            connection.commit();
            return true;
        }
    }

    @Test
    @DisplayName(
            "A5-26: 50 threads over a pool of 4, with rollbacks, timeouts and cancelled statements, see no foreign row")
    void councilsStayApartUnderLoad() throws Exception {
        var councils = IntStream.range(0, 8).mapToObj(_ -> UUID.randomUUID()).toList();
        for (var council : councils) {
            superuser
                    .sql(
                            "insert into app.resident select ?, gen_random_uuid(), n::text, ? from generate_series(1, 20) n")
                    .params(council, council.toString())
                    .update();
        }
        var end = Instant.now().plusSeconds(15);
        var foreign = new AtomicInteger();
        var complete = new AtomicInteger();
        var failed = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(51)) {
            var running = new ArrayList<Future<?>>();
            running.add(threads.submit(() -> {
                while (Instant.now().isBefore(end)) {
                    cancelAnyStatement();
                }
            }));
            for (int i = 0; i < 50; i++) {
                running.add(threads.submit(() -> {
                    while (Instant.now().isBefore(end)) {
                        var council = councils.get(ThreadLocalRandom.current().nextInt(councils.size()));
                        try {
                            foreign.addAndGet(CouncilContext.call(council, () -> work(council)));
                            complete.incrementAndGet();
                        } catch (DataAccessException | TransactionException | Interrupted e) {
                            failed.incrementAndGet();
                        }
                    }
                }));
            }
            for (var thread : running) {
                thread.get();
            }
        }

        assertThat(foreign).hasValue(0);
        assertThat(complete.get()).isPositive();
        assertThat(failed.get()).isPositive();
        assertThat(activeConnections()).isZero();
        assertThat(superuser
                        .sql(
                                "select count(*) from app.resident where id <> all (array[?, ?]) and tenant_id::text <> name")
                        .params(ADA, BOB)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A failure in the middle of a request. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Runs one transaction for this council and returns how many rows of other councils it saw. */
    private int work(UUID council) {
        var chance = ThreadLocalRandom.current().nextInt(20);
        var transaction = transaction();
        transaction.setTimeout(chance == 0 ? 1 : 10);
        var seen = transaction.execute(status -> {
            if (chance == 0) {
                database.sql("select pg_sleep(3)").query().listOfRows();
            }
            var rows = database.sql("select tenant_id from app.resident")
                    .query(UUID.class)
                    .list();
            if (chance < 4) {
                database.sql("insert into app.resident values (?, gen_random_uuid(), gen_random_uuid()::text, ?)")
                        .params(council, council.toString())
                        .update();
            }
            if (chance == 1) {
                status.setRollbackOnly();
            }
            if (chance == 2) {
                throw new Interrupted();
            }
            return rows;
        });
        assertThat(seen).isNotEmpty();
        return (int) seen.stream().filter(tenant -> !council.equals(tenant)).count();
    }

    private void cancelAnyStatement() {
        superuser.sql("""
                        select pg_cancel_backend(pid) from pg_stat_activity
                        where usename = 'conversations_app' and datname = current_database() and state = 'active'
                        order by random() limit 1""").query().listOfRows();
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void schedule(UUID council) {
        queue.addRecurring(counting, council);
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    private List<String> namesFor(UUID council) {
        return CouncilContext.call(council, () -> transaction().execute(_ -> names()));
    }

    private List<String> names() {
        return database.sql("select name from app.resident")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private int activeConnections() {
        return ((HikariDataSource) dataSource.unguarded()).getHikariPoolMXBean().getActiveConnections();
    }
}

package uk.alongside.conversations.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.NoCouncilBound;

@ServiceTest
class CapacityCheckTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CapacityCheck check;

    @Autowired
    private CustomTask<Void> capacityCheckTask;

    @Autowired
    private CapacityFindings findings;

    @Autowired
    private CapacityHealth health;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TestCouncil council;
    private UUID slot;

    @BeforeEach
    void aBookedSlot() {
        council = TestCouncil.create(port);
        var session =
                council.session(council.hub("Library"), TestCouncil.today().plusDays(1), 3);
        slot = TestCouncil.uuid(session.path("slots").path(0).path("id"));
        council.hubStaff()
                .post(
                        "/api/slots/" + slot + "/bookings",
                        "{\"personId\": \"" + council.person("Margaret", "Ellison") + "\"}");
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(run(council)).isEmpty();
    }

    @Test
    void findsASlotThatDoesNotCountWhatIsBookedAndSaysSoUntilItIsMended() {
        tamper(2);
        assertThat(run(council)).containsExactly(slot);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        tamper(1);
        assertThat(run(council)).isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isSaidByEveryReplicaWhicheverFoundOrMendedIt() {
        var others = new CapacityHealth(findings);
        tamper(2);
        run(council);
        assertThat(others.health().getStatus()).isEqualTo(Status.DOWN);

        tamper(1);
        run(council);

        assertThat(others.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aFindingOfAnotherCouncilCannotBeWritten() {
        tamper(2);
        run(council);
        var stranger = UUID.randomUUID();

        for (var sql : List.of("delete from ops.capacity_finding", "update ops.capacity_finding set slots = 9")) {
            assertThat(asCouncil(stranger, sql)).isZero();
        }
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> asCouncil(
                        stranger, "insert into ops.capacity_finding values ('" + UUID.randomUUID() + "', 1, now())"))
                .withStackTraceContaining("row-level security");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        tamper(1);
        run(council);
    }

    /** Runs SQL with the service's own role, as an injection could. */
    private int asCouncil(UUID id, String sql) {
        return CouncilContext.call(
                id,
                () -> new TransactionTemplate(transactions)
                        .execute(_ -> jdbc.sql(sql).update()));
    }

    @Test
    void saysThatItDoesNotKnowWhenTheDatabaseDoesNotAnswer() {
        RunningService.superuser()
                .sql("revoke select on ops.capacity_finding from conversations_app")
                .update();
        try {
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        } finally {
            RunningService.superuser()
                    .sql("grant select on ops.capacity_finding to conversations_app")
                    .update();
        }
    }

    @Test
    void seesOnlyItsOwnCouncil() {
        tamper(2);

        assertThat(run(TestCouncil.create(port))).isEmpty();
    }

    @Test
    void runsForTheCouncilThatIsTheInstanceOfItsTask() {
        tamper(3);

        capacityCheckTask.execute(
                capacityCheckTask.instance(council.id().toString()), Mockito.mock(ExecutionContext.class));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        tamper(1);
        run(council);
    }

    @Test
    void doesNotRunForNobody() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(check::run)
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOf(NoCouncilBound.class),
                        e -> assertThat(e).isInstanceOf(TransactionException.class));
    }

    @Test
    void forgetsKeysAfterADay() {
        var keys = "select count(*) from app.idempotency where tenant_id = :id and route = 'POST /api/people'";
        var others = "select count(*) from app.idempotency where tenant_id = :id and route <> 'POST /api/people'";
        var kept = RunningService.superuser()
                .sql(others)
                .param("id", council.id())
                .query(Integer.class)
                .single();
        RunningService.superuser()
                .sql(
                        "update app.idempotency set created_at = :created where tenant_id = :id and route = 'POST /api/people'")
                .param("created", RunningService.ago(Duration.ofHours(25)))
                .param("id", council.id())
                .update();

        run(council);

        assertThat(RunningService.superuser()
                        .sql(keys)
                        .param("id", council.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(RunningService.superuser()
                        .sql(others)
                        .param("id", council.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(kept)
                .isPositive();
    }

    private List<UUID> run(TestCouncil of) {
        return CouncilContext.call(of.id(), check::run);
    }

    private void tamper(int taken) {
        RunningService.superuser()
                .sql("update app.slot set taken = :taken where id = :id")
                .param("taken", taken)
                .param("id", slot)
                .update();
    }
}

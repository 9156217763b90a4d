package uk.alongside.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.audit.AuditChain.Anchor;
import uk.alongside.foundation.audit.AuditChain.Finding;
import uk.alongside.foundation.audit.AuditChain.Wrong;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.trial.TrialService;
import uk.alongside.foundation.wall.CouncilContext;

/** Tests what the audit appends for each actor, and that a superuser who tampers with the chain is found out. */
class AuditTest extends TrialService {

    @Autowired
    private Audit audit;

    @Autowired
    private AuditChain chain;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID council = UUID.randomUUID();

    @Test
    void aTransactionAppendsOneEventForEverythingItDid() {
        var person = UUID.randomUUID();
        var booking = UUID.randomUUID();

        inTransaction(() -> {
            audit.read("person", List.of(person));
            audit.changed("booking", booking, "booked");
            audit.read("person", List.of(person));
        });

        var events = events();
        assertThat(events).hasSize(1);
        assertThat(events.getFirst())
                .returns(1L, AuditEvent::seq)
                .returns("booked", AuditEvent::action)
                .returns("booking", AuditEvent::kind)
                .returns(AuditEvent.ActorKind.SERVICE, AuditEvent::actorKind)
                .returns(AuditEvent.genesis(council), AuditEvent::prev)
                .returns(
                        "[{\"ids\":[\"" + person + "\"],\"kind\":\"person\",\"what\":\"read\"},{\"ids\":[\"" + booking
                                + "\"],\"kind\":\"booking\",\"what\":\"booked\"}]",
                        AuditEvent::subjects);
    }

    @Test
    void aReadThatFindsNothingIsAppended() {
        inTransaction(() -> audit.read("person", List.of()));

        assertThat(events()).hasSize(1);
    }

    @Test
    void aRolledBackTransactionAppendsNoEvent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> inTransaction(() -> {
                    audit.changed("booking", UUID.randomUUID(), "booked");
                    throw new IllegalStateException("refused");
                }));

        assertThat(events()).isEmpty();
    }

    @Test
    void auditingNeedsATransactionThatMayWrite() {
        var readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);

        CouncilContext.run(
                council,
                () -> assertThatIllegalStateException()
                        .isThrownBy(() -> readOnly.executeWithoutResult(_ -> audit.read("person", List.of())))
                        .withMessageContaining("cannot be read-only"));
        assertThatIllegalStateException().isThrownBy(() -> audit.read("person", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Margaret Ellison", "", "07700 900123", "a'b", "read"})
    void anEventTakesWordsAndNoValues(String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inTransaction(() -> audit.changed("person", UUID.randomUUID(), what)));
    }

    @Test
    @DisplayName("a read whose event cannot be written fails")
    void aReadFailsIfItsEventCannotBeWritten() {
        superuser
                .sql("alter table app.audit_event add constraint full_disk check (tenant_id <> '" + council + "')")
                .update();
        try {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> inTransaction(() -> audit.read("person", List.of(UUID.randomUUID()))));
        } finally {
            superuser
                    .sql("alter table app.audit_event drop constraint full_disk")
                    .update();
        }
    }

    @Test
    void theChainStaysIntactWhenManyAppendAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 100; i++) {
                running.add(threads.submit(
                        () -> inTransaction(() -> audit.read("person", List.of(UUID.randomUUID())))));
            }
            for (var one : running) {
                one.get();
            }
        }

        assertThat(verdict().events()).isEqualTo(100);
        assertThat(verdict().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update app.audit_event set actor = null",
                "delete from app.audit_event",
                "truncate app.audit_event",
                "update app.audit_anchor set seq = 1",
                "delete from app.audit_subject"
            })
    @DisplayName("A5-32: not even a superuser changes an event while the triggers are in place")
    void noOneCanChangeAnAppendedEvent(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> superuser.sql(sql).update())
                .withStackTraceContaining("stays as it is");
    }

    @Test
    @DisplayName("A5-32: an altered event is found")
    void verificationFindsAnAlteredEvent() {
        append(5);

        tamper("update app.audit_event set actor = gen_random_uuid() where seq = 3");

        assertThat(verdict().findings()).containsExactly(new Finding(3, Wrong.ALTERED));
    }

    @Test
    @DisplayName("A5-32: an altered event with a matching hash is found at the next event")
    void verificationFindsAnAlteredEventWithAMatchingHash() {
        append(5);
        var forged = forged(3);

        tamper("update app.audit_event set action = 'forged', hash = '\\x" + forged + "' where seq = 3");

        assertThat(verdict().findings()).containsExactly(new Finding(4, Wrong.ALTERED));
    }

    @Test
    @DisplayName("A5-32: reordered events are found")
    void verificationFindsReorderedEvents() {
        append(5);

        tamper("update app.audit_event set seq = case seq when 2 then 1000003 else 1000002 end where seq in (2, 3)");
        tamper("update app.audit_event set seq = seq - 1000000 where seq > 1000000");

        assertThat(verdict().findings())
                .contains(new Finding(2, Wrong.REORDERED), new Finding(3, Wrong.REORDERED))
                .allMatch(finding -> finding.seq() >= 2);
    }

    @Test
    @DisplayName("A5-32: a removed event is found")
    void verificationFindsAMissingEvent() {
        append(5);

        tamper("delete from app.audit_event where seq = 2");

        assertThat(verdict().findings()).containsExactly(new Finding(2, Wrong.MISSING));
    }

    @Test
    @DisplayName("A5-32: a cut end is found by the anchor, and only by it")
    void anAnchorShowsThatTheEndWasCut() {
        append(5);
        var anchor = CouncilContext.call(council, () -> chain.end()).orElseThrow();

        tamper("delete from app.audit_event where seq > 3");

        assertThat(verdict().findings()).isEmpty();
        assertThat(verdict(anchor).findings()).containsExactly(new Finding(4, Wrong.CUT));
    }

    @Test
    @DisplayName("A5-32: a chain rewritten with correct hashes is found by the anchor, and only by it")
    void anAnchorShowsThatTheChainWasRewritten() {
        append(5);
        var anchor = CouncilContext.call(council, () -> chain.end()).orElseThrow();

        tamper("delete from app.audit_event");
        append(6);

        assertThat(verdict().findings()).isEmpty();
        assertThat(verdict(anchor).findings()).containsExactly(new Finding(5, Wrong.REWRITTEN));
    }

    @Test
    @DisplayName("A5-32: a clock that went back is found")
    void verificationFindsAClockThatWentBack() {
        append(3);
        var back = CouncilContext.call(council, () -> new TransactionTemplate(transactions).execute(_ -> trail.find(3)))
                .orElseThrow();
        var event = AuditEvent.after(
                back.prev(),
                council,
                3,
                back.at().minusSeconds(60),
                back.actorKind(),
                back.actor(),
                back.action(),
                back.kind(),
                back.subjects());

        tamper("update app.audit_event set at = at - interval '60 seconds', hash = '\\x" + event.hash()
                + "' where seq = 3");

        assertThat(verdict().findings()).containsExactly(new Finding(3, Wrong.CLOCK));
    }

    @Test
    void aCouncilHasOneVerificationAtATime() throws Exception {
        append(3);
        try (var elsewhere = WALL.superuser().getConnection();
                var statement = elsewhere.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            elsewhere.setAutoCommit(false);
            statement.execute("lock table app.audit_event");
            var first = threads.submit(() -> verdict());
            untilOneWaits();

            assertThat(threads.submit(() -> assertThatExceptionOfType(Refused.class)
                            .isThrownBy(this::verdict)
                            .satisfies(refused -> assertThat(refused.reason()).isEqualTo(new VerificationUnderWay()))))
                    .succeedsWithin(Duration.ofSeconds(20));

            elsewhere.rollback();
            assertThat(first.get().events()).isEqualTo(3);
        }
        assertThat(verdict().events()).as("when the one before is over").isEqualTo(3);
    }

    @Test
    void verificationTimesOutBeforeItsCallerDoes() throws Exception {
        var transaction = AuditChain.class.getMethod("verify", Collection.class).getAnnotation(Transactional.class);

        assertThat(transaction.timeout()).as("the gateway waits for 60 seconds").isBetween(1, 50);
    }

    private void untilOneWaits() throws InterruptedException {
        while (superuser.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single() == 0) {
            Thread.sleep(20);
        }
    }

    private Digest forged(long seq) {
        var event = CouncilContext.call(
                        council, () -> new TransactionTemplate(transactions).execute(_ -> trail.find(seq)))
                .orElseThrow();
        return AuditEvent.after(
                        event.prev(),
                        council,
                        seq,
                        event.at(),
                        event.actorKind(),
                        event.actor(),
                        "forged",
                        event.kind(),
                        event.subjects())
                .hash();
    }

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            inTransaction(() -> audit.read("person", List.of(UUID.randomUUID())));
        }
    }

    private void inTransaction(Runnable work) {
        CouncilContext.run(council, () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }

    private List<AuditEvent> events() {
        return CouncilContext.call(
                council, () -> new TransactionTemplate(transactions).execute(_ -> trail.after(0, 100)));
    }

    private AuditChain.Verdict verdict(Anchor... anchors) {
        return CouncilContext.call(council, () -> chain.verify(List.of(anchors)));
    }

    /**
     * Runs a statement on this council's chain like an intruder with full control of the server, who can bypass the
     * triggers.
     */
    private void tamper(String sql) {
        var here = sql.contains(" where ")
                ? sql + " and tenant_id = '" + council + "'"
                : sql + " where tenant_id = '" + council + "'";
        superuser
                .sql("set session_replication_role = replica; " + here + "; set session_replication_role = origin")
                .update();
    }
}

package uk.alongside.foundation.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.audit.AuditChain.Anchor;
import uk.alongside.foundation.audit.AuditChain.Finding;
import uk.alongside.foundation.audit.AuditChain.Verdict;
import uk.alongside.foundation.audit.AuditChain.Wrong;
import uk.alongside.foundation.audit.AuditReader.Line;
import uk.alongside.foundation.audit.AuditReader.Wanted;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.trial.TrialService;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.Wall;
import uk.alongside.localstack.LocalStack;

/** Tests what the audit appends for each actor, and that a superuser who tampers with the chain is found out. */
@ExtendWith(OutputCaptureExtension.class)
class AuditTest extends TrialService {

    private static final Duration LOOK_BACK = Duration.ofSeconds(30);

    @Autowired
    private Audit audit;

    @Autowired
    private AuditChain chain;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSealer sealer;

    @Autowired
    private AuditKeys keys;

    @Autowired
    private AuditReader reader;

    @Autowired
    private JdbcClient jdbc;

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
                .returns(Set.of(person, booking), AuditEvent::ids)
                .extracting(AuditEvent::written)
                .returns("booked", AuditEvent.Written::action)
                .returns("booking", AuditEvent.Written::kind)
                .returns(AuditEvent.ActorKind.SERVICE, AuditEvent.Written::actorKind)
                .returns(
                        "[{\"ids\":[\"" + person + "\"],\"kind\":\"person\",\"what\":\"read\"},{\"ids\":[\"" + booking
                                + "\"],\"kind\":\"booking\",\"what\":\"booked\"}]",
                        AuditEvent.Written::subjects);
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
    void theChainStaysIntactWhenManyAppendAndTwoSealAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 100; i++) {
                running.add(threads.submit(
                        () -> inTransaction(() -> audit.read("person", List.of(UUID.randomUUID())))));
                if (i % 10 == 0) {
                    running.add(threads.submit(() -> seal()));
                    running.add(threads.submit(() -> seal()));
                }
            }
            for (var one : running) {
                one.get();
            }
        }
        seal();

        assertThat(verdict()).isEqualTo(new Verdict(100, 0, List.of()));
    }

    @Test
    void anEventWaitsForNoOtherTransaction() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CouncilContext.run(
                    council,
                    () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                        trail.lockForSealing();
                        assertThat(threads.submit(() -> append(1))).succeedsWithin(Duration.ofSeconds(20));
                    }));
        }

        assertThat(events()).hasSize(1);
    }

    @Test
    void anEventIsShownAsUnsealedUntilItIsSealed() {
        append(2);
        assertThat(lines()).extracting(Line::seq).containsExactly(null, null);
        assertThat(verdict()).isEqualTo(new Verdict(0, 2, List.of()));

        assertThat(seal()).isEqualTo(2);
        append(1);

        assertThat(lines()).extracting(Line::seq).containsExactly(null, 2L, 1L);
        assertThat(verdict()).isEqualTo(new Verdict(2, 1, List.of()));
        assertThat(seal()).as("only what is new").isEqualTo(1);
        assertThat(seal()).isZero();
    }

    @Test
    void theViewerPagesThroughSealedAndUnsealedEvents() {
        append(3);
        seal();
        append(2);
        var all = lines();

        var second = CouncilContext.call(
                council, () -> reader.find(Wanted.EVERYTHING.before(all.get(1).id()), 2));

        assertThat(second).containsExactly(all.get(2), all.get(3));
    }

    @Test
    void asksForEachEventByItsIdAndSealsItOnce() {
        append(1);
        seal();
        append(600);
        var ids = ids();

        assertThat(CouncilContext.call(council, () -> sealer.seal(ids.subList(0, 550))))
                .isEqualTo(549);
        assertThat(CouncilContext.call(council, () -> sealer.seal(ids))).isEqualTo(51);
        assertThat(CouncilContext.call(council, () -> sealer.seal(ids))).isZero();
        assertThat(verdict()).isEqualTo(new Verdict(601, 0, List.of()));
    }

    @Test
    void aSealerThatIsKilledSkipsAndDoublesNoEvent() {
        append(5);
        CouncilContext.run(
                council,
                () -> new TransactionTemplate(transactions).executeWithoutResult(killed -> {
                    assertThat(sealer.seal(LOOK_BACK)).isEqualTo(5);
                    killed.setRollbackOnly();
                }));
        assertThat(verdict()).isEqualTo(new Verdict(0, 5, List.of()));

        append(1);

        assertThat(seal()).isEqualTo(6);
        assertThat(verdict()).isEqualTo(new Verdict(6, 0, List.of()));
    }

    @Test
    void aSealerThatStoodStillForAnHourIsReportedAndCatchesUp() {
        append(1);
        seal();
        old("1 hour", 3);

        assertThat(verdict()).isEqualTo(new Verdict(1, 3, List.of(new Finding(2, Wrong.UNSEALED))));

        CouncilContext.run(council, () -> sealer.seal(AuditSealer.EVERYTHING));
        assertThat(verdict()).isEqualTo(new Verdict(4, 0, List.of()));
    }

    @Test
    void anEventWhoseTransactionCommittedLateIsFoundByALongerLook() {
        append(1);
        seal();
        old("10 minutes", 1);

        assertThat(seal()).isZero();
        assertThat(CouncilContext.call(council, () -> chain.end()))
                .hasValueSatisfying(end -> assertThat(end.seq()).isEqualTo(2));
    }

    @Test
    void aSealerThatWasStoppedForHoursSealsWhatWasAppendedSince() {
        old("3 hours", 1);
        seal();
        old("2 hours", 1_200);

        assertThat(seal()).isEqualTo(1_200);
        assertThat(verdict()).isEqualTo(new Verdict(1_201, 0, List.of()));
    }

    @Test
    void tenThousandUnsealedEventsAreSealedInOrder() {
        old("1 second", 10_000);

        assertThat(seal()).isEqualTo(10_000);

        assertThat(verdict()).isEqualTo(new Verdict(10_000, 0, List.of()));
    }

    @Test
    @DisplayName("A5-32: events after a clock that was put back are sealed, and the step is found")
    void aClockThatWasPutBackSkipsNoEvent() {
        append(2);
        seal();
        resealedAnHourLater(2);
        append(1);

        assertThat(seal()).isEqualTo(1);

        assertThat(verdict().findings()).containsExactly(new Finding(3, Wrong.CLOCK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update app.audit_event set actor = null",
                "delete from app.audit_event",
                "truncate app.audit_event",
                "update app.audit_seal set seq = 1",
                "delete from app.audit_seal",
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
    void theServiceCannotChooseTheTimeOfAnEvent() {
        CouncilContext.run(
                council,
                () -> assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() -> new TransactionTemplate(transactions)
                                .executeWithoutResult(_ -> jdbc.sql(
                                                "insert into app.audit_event (tenant_id, id, at, actor_kind, action, kind, subjects)"
                                                        + " values (?, gen_random_uuid(), now(), 'service', 'read', 'person', '[]')")
                                        .param(council)
                                        .update()))
                        .withStackTraceContaining("permission denied"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update app.audit_event e set actor = '00000000-0000-4000-8000-000000000001'",
                "update app.audit_event e set action = 'forged'",
                "update app.audit_event e set at = '2020-01-01T12:00:00Z'",
                "update app.audit_event e set subjects = '[]'",
                "update app.audit_event e set details = '[{\"name\":\"postcode\",\"to\":\"HX1 1UJ\"}]'"
            })
    @DisplayName("A5-32: an altered event is found")
    void verificationFindsAnAlteredEvent(String sql) {
        append(5);
        seal();

        tamper(sql + " where id = (select event_id from app.audit_seal where seq = 3 and tenant_id = e.tenant_id)");

        assertThat(verdict().findings())
                .contains(new Finding(3, Wrong.ALTERED))
                .allMatch(finding -> finding.seq() == 3);
    }

    @Test
    @DisplayName("A5-32: a seal that was made without the key is found")
    void verificationFindsASealMadeWithoutTheKey() {
        append(5);
        seal();
        var forged = seal(3);
        var foreign = AuditKeys.read(Wall.keyFile("a1", 'e'));
        var mac = AuditSeal.of(event(3), 3, forged.sealedAt(), forged.prev(), foreign)
                .mac();

        tamper("update app.audit_seal set mac = '\\x" + mac + "' where seq = 3");
        tamper("update app.audit_seal set prev = '\\x" + mac + "' where seq = 4");

        assertThat(verdict().findings()).containsExactly(new Finding(3, Wrong.ALTERED), new Finding(4, Wrong.ALTERED));
    }

    @Test
    @DisplayName("A5-32: an invented event with a seal at the end is found without an anchor")
    void verificationFindsAnInventedEvent() {
        append(2);
        seal();
        old("1 second", 1);
        var last = seal(2);
        var invented = events().getFirst();
        var foreign = AuditKeys.read(Wall.keyFile("a1", 'e'));
        var seal = AuditSeal.of(invented, 3, last.sealedAt(), last.mac(), foreign);

        superuser
                .sql("insert into app.audit_seal values (?, 3, ?, ?::timestamptz, 'a1', ?, ?)")
                .params(
                        council,
                        invented.id(),
                        seal.sealedAt().toString(),
                        seal.prev().bytes(),
                        seal.mac().bytes())
                .update();

        assertThat(verdict().findings()).containsExactly(new Finding(3, Wrong.ALTERED));
    }

    @Test
    @DisplayName("A5-32: reordered events are found")
    void verificationFindsReorderedEvents() {
        append(5);
        seal();

        tamper("update app.audit_seal set seq = case seq when 2 then 1000003 else 1000002 end where seq in (2, 3)");
        tamper("update app.audit_seal set seq = seq - 1000000 where seq > 1000000");

        assertThat(verdict().findings())
                .contains(new Finding(2, Wrong.REORDERED), new Finding(3, Wrong.REORDERED))
                .allMatch(finding -> finding.seq() >= 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from app.audit_seal where seq = 2",
                "delete from app.audit_event e where id = (select event_id from app.audit_seal"
                        + " where seq = 2 and tenant_id = e.tenant_id)"
            })
    @DisplayName("A5-32: a removed event, or a removed seal, is found")
    void verificationFindsAMissingEvent(String sql) {
        append(5);
        seal();

        tamper(sql);

        assertThat(verdict().findings()).contains(new Finding(2, Wrong.MISSING));
        assertThat(seal()).as("a removed place is not filled again").isLessThanOrEqualTo(1);
        assertThat(verdict().findings()).contains(new Finding(2, Wrong.MISSING));
    }

    @Test
    @DisplayName("A5-32: a cut end is found by the anchor, and only by it")
    void anAnchorShowsThatTheEndWasCut() {
        append(5);
        var anchor = CouncilContext.call(council, () -> chain.end()).orElseThrow();

        tamper("delete from app.audit_subject u where event_id in (select event_id from app.audit_seal"
                + " where seq > 3 and tenant_id = u.tenant_id)");
        tamper("delete from app.audit_event e where id in (select event_id from app.audit_seal"
                + " where seq > 3 and tenant_id = e.tenant_id)");
        tamper("delete from app.audit_seal where seq > 3");

        assertThat(verdict().findings()).isEmpty();
        assertThat(verdict(anchor).findings()).containsExactly(new Finding(4, Wrong.CUT));
    }

    @Test
    @DisplayName("A5-32: a chain that was begun again is found by the anchor, and only by it")
    void anAnchorShowsThatTheChainWasRewritten() {
        append(5);
        var anchor = CouncilContext.call(council, () -> chain.end()).orElseThrow();

        tamper("delete from app.audit_subject");
        tamper("delete from app.audit_event");
        tamper("delete from app.audit_seal");
        append(6);
        seal();

        assertThat(verdict().findings()).isEmpty();
        assertThat(verdict(anchor).findings()).containsExactly(new Finding(5, Wrong.REWRITTEN));
    }

    @Test
    @DisplayName("A5-32: the index of records is compared with the events")
    void verificationFindsAnIndexThatDiffersFromTheEvents() {
        append(3);
        seal();
        var stranger = UUID.randomUUID();

        tamper("delete from app.audit_subject u where event_id = (select event_id from app.audit_seal"
                + " where seq = 1 and tenant_id = u.tenant_id)");
        plant(stranger, event(2).id());
        assertThat(verdict().findings())
                .containsExactly(new Finding(1, Wrong.SUBJECTS), new Finding(2, Wrong.SUBJECTS));
        assertThat(about(stranger)).as("an event that does not name the record").isEmpty();

        plant(stranger, UUID.randomUUID());
        assertThat(verdict().findings()).contains(new Finding(4, Wrong.SUBJECTS));
    }

    @Test
    void eventsAboutARecordAreFoundBeforeAndAfterSealing() {
        var person = UUID.randomUUID();
        inTransaction(() -> audit.read("person", List.of(person)));
        append(1);
        assertThat(about(person)).hasSize(1);

        seal();

        assertThat(about(person)).hasSize(1).first().returns(1L, Line::seq);
        inTransaction(() -> audit.changed("person", person, "corrected"));
        assertThat(about(person)).hasSize(2).first().returns("corrected", Line::action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = '00000000-0000-4000-8000-000000000001'",
                "actor_kind = 'operator'",
                "action = 'forged'",
                "kind = 'hub'",
                "subjects = '[]'",
                "details = '[{\"name\":\"postcode\",\"to\":\"HX1 1UJ\"}]'",
                "key_id = 'zz'",
                "mac = sha256('forged')"
            })
    @DisplayName("A5-32: an event that was altered before it was sealed is found when it is sealed, and ever after")
    void anEventThatWasAlteredBeforeItWasSealedIsFound(String change, CapturedOutput log) {
        append(3);
        var altered = events().get(1).id();

        tamper("update app.audit_event set " + change + " where id = '" + altered + "'");
        seal();

        assertThat(verdict().findings()).containsExactly(new Finding(2, Wrong.FORGED));
        assertThat(log).contains("changed or invented before they were sealed: [" + altered + "]");
    }

    @Test
    @DisplayName("A5-32: an event that the service's role inserts without the key is found")
    void anEventThatWasInventedBeforeSealingIsFound() {
        append(1);

        inTransaction(() -> jdbc.sql("""
                        insert into app.audit_event
                            (tenant_id, id, actor_kind, action, kind, subjects, details, key_id, mac)
                        select tenant_id, gen_random_uuid(), 'service', 'lost', 'audit', subjects, details, key_id, mac
                        from app.audit_event""").update());
        seal();

        assertThat(verdict().findings()).containsExactly(new Finding(2, Wrong.FORGED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from app.audit_event",
                "update app.audit_event set at = '{an hour earlier}'",
                "update app.audit_event set at = '{a microsecond earlier}'",
                "update app.audit_event set tenant_id = 'd0000000-0000-4000-8000-00000000000d'",
                "update app.audit_event set id = '00000000-0000-4000-8000-000000000001'"
            })
    @DisplayName("A5-32: an event that was removed or re-dated before it was sealed is found, and the loss is recorded")
    void anEventThatWasLostBeforeItWasSealedIsFound(String sql, CapturedOutput log) {
        append(3);
        var event = events().get(1);
        var lost = event.id();
        var cluster = LocalStack.forTests().postgres().isCluster();
        assumeFalse(cluster && sql.contains("tenant_id"), "a Citus cluster refuses to move a row to another council");

        tamper(sql.replace("{an hour earlier}", "" + event.at().minus(1, ChronoUnit.HOURS))
                        .replace("{a microsecond earlier}", "" + event.at().minus(1, ChronoUnit.MICROS))
                + " where id = '" + lost + "'");
        seal();
        seal();

        var loss = verdict().findings().stream()
                .filter(finding -> finding.what() == Wrong.LOST)
                .findFirst()
                .orElseThrow();
        assertThat(event(loss.seq()).ids()).containsExactly(lost);
        assertThat(log).contains("before they were sealed: [" + lost + "]");
        seal();
        assertThat(verdict().findings())
                .filteredOn(finding -> finding.what() == Wrong.LOST)
                .as("once")
                .hasSize(1);
    }

    @Test
    @DisplayName("A5-32: events that changed places before they were sealed are found")
    void eventsThatWereReorderedBeforeTheyWereSealedAreFound() {
        append(3);
        var first = events().get(0);
        var second = events().get(1);

        tamper("update app.audit_event set at = case id when '" + first.id() + "' then '" + second.at()
                + "'::timestamptz else '" + first.at() + "'::timestamptz end where id in ('" + first.id() + "', '"
                + second.id() + "')");
        seal();
        seal();

        assertThat(verdict().findings()).containsExactly(new Finding(4, Wrong.LOST));
        assertThat(event(4).ids()).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void anEventThatWasRolledBackIsNotALoss() {
        CouncilContext.run(
                council,
                () -> new TransactionTemplate(transactions).executeWithoutResult(refused -> {
                    audit.read("person", List.of());
                    refused.setRollbackOnly();
                }));
        append(1);
        seal();
        seal();

        assertThat(verdict()).isEqualTo(new Verdict(1, 0, List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 3, 1_000})
    @DisplayName("A5-32: a forged seal with any number is found, and the sealer goes on")
    void aForgedSealDoesNotStopTheSealer(long seq, CapturedOutput log) {
        append(2);
        seal();
        forgeSeal(seq);

        append(2);
        assertThat(seal()).isEqualTo(2);
        append(1);
        assertThat(seal()).isEqualTo(1);

        var end = CouncilContext.call(council, () -> chain.end()).orElseThrow();
        assertThat(end.seq()).isEqualTo(seq == 3 ? 6 : 5);
        assertThat(verdict(end).findings())
                .contains(new Finding(seq, Wrong.MISSING))
                .allMatch(finding -> finding.seq() == seq);
        assertThat(log).containsOnlyOnce("has a damaged seal with the number " + seq);
    }

    @Test
    void theChainGoesOnAfterItsLastEventWasAltered() {
        append(2);
        seal();
        tamper("update app.audit_event set action = 'forged' where id = '" + event(2).id() + "'");

        append(2);

        assertThat(seal()).isEqualTo(2);
        assertThat(verdict()).isEqualTo(new Verdict(4, 0, List.of(new Finding(2, Wrong.ALTERED))));
    }

    @Test
    void aCouncilHasOneVerificationAtATime() throws Exception {
        append(3);
        seal();
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

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            inTransaction(() -> audit.read("person", List.of(UUID.randomUUID())));
        }
    }

    private void inTransaction(Runnable work) {
        CouncilContext.run(council, () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }

    private int seal() {
        return CouncilContext.call(council, () -> sealer.seal(LOOK_BACK));
    }

    /** Returns the council's first events. */
    private List<AuditEvent> events() {
        var ids = ids();
        return inReading(() -> trail.events(ids));
    }

    private List<UUID> ids() {
        return inReading(() -> trail.places(Instant.EPOCH, new UUID(0, 0), 1_000)).stream()
                .map(AuditTrail.Place::event)
                .toList();
    }

    private AuditSeal seal(long seq) {
        return inReading(() -> trail.find(seq)).orElseThrow();
    }

    private AuditEvent event(long seq) {
        return requireNonNull(
                inReading(() -> trail.after(seq - 1, 1)).getFirst().event());
    }

    private List<Line> lines() {
        return CouncilContext.call(council, () -> reader.find(Wanted.EVERYTHING, 100));
    }

    private List<Line> about(UUID id) {
        return inReading(() -> reader.about(id, null, 50));
    }

    private <T> T inReading(Supplier<T> work) {
        return CouncilContext.call(
                council, () -> requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }

    /** Inserts events as the service appended them a while ago. */
    private void old(String ago, int events) {
        var written = Stream.generate(() -> new AuditEvent.Written(
                        council, UUID.randomUUID(), AuditEvent.ActorKind.SERVICE, null, "read", "person", "[]", "[]"))
                .limit(events)
                .toList();
        superuser
                .sql("""
                        insert into app.audit_event
                        select ?, id, now() - ?::interval + n * interval '10 microseconds',
                               'service', null, 'read', 'person', '[]', '[]', ?, mac
                        from unnest(?::uuid[], ?::bytea[]) with ordinality event (id, mac, n)""")
                .params(
                        council,
                        ago,
                        keys.current(),
                        written.stream().map(AuditEvent.Written::id).toArray(UUID[]::new),
                        written.stream()
                                .map(event -> event.mac(keys.current(), keys)
                                        .orElseThrow()
                                        .bytes())
                                .toArray(byte[][]::new))
                .update();
    }

    /** Inserts a seal under the service's role, which has no right to change or remove one. */
    private void forgeSeal(long seq) {
        inTransaction(() -> jdbc.sql("""
                        insert into app.audit_seal
                        values (?, ?, gen_random_uuid(), now() + interval '100 years', 'a1', sha256('a'), sha256('b'))""").params(council, seq).update());
    }

    /** Seals the last event again with the true key, as a service does whose clock is ahead. */
    private void resealedAnHourLater(long seq) {
        var seal = seal(seq);
        var later = seal.sealedAt().plus(Duration.ofHours(1));
        var mac = AuditSeal.of(event(seq), seq, later, seal.prev(), keys).mac();
        tamper("update app.audit_seal set sealed_at = '" + later + "', mac = '\\x" + mac + "' where seq = " + seq);
    }

    private void plant(UUID id, UUID event) {
        superuser
                .sql("insert into app.audit_subject values (?, ?, ?)")
                .params(council, id, event)
                .update();
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
        superuser.sql(Tampering.withoutTriggers(here)).update();
    }
}

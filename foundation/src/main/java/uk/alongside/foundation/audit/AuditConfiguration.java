package uk.alongside.foundation.audit;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import uk.alongside.foundation.jobs.CouncilTask;
import uk.alongside.foundation.jobs.JobQueue;
import uk.alongside.foundation.jobs.Night;
import uk.alongside.foundation.wall.CouncilSql;

/** Configures the audit for every service that has a database. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, HibernateJpaAutoConfiguration.class})
class AuditConfiguration {

    @Bean
    AuditTrail auditTrail(CouncilSql sql, JdbcClient jdbc, AuditKeys keys) {
        return new AuditTrail(sql, jdbc, keys);
    }

    @Bean
    AuditKeys auditKeys(Environment environment) {
        return AuditKeys.read(Path.of(environment.getRequiredProperty("alongside.audit-key-file")));
    }

    @Bean
    AuditSealer auditSealer(
            AuditTrail trail,
            AuditKeys keys,
            PlatformTransactionManager transactions,
            ObjectProvider<MeterRegistry> metrics) {
        return new AuditSealer(trail, keys, transactions, metrics);
    }

    /** Measures the events that wait for their seal, for an alarm. An event's time is the database's. */
    @Bean
    MeterBinder unsealedEvents(AuditSealer sealer) {
        return registry -> {
            Gauge.builder("alongside.audit.unsealed", sealer, AuditSealer::waiting)
                    .description("Audit events of this process that have no seal yet")
                    .register(registry);
            TimeGauge.builder(
                            "alongside.audit.unsealed.age",
                            () -> sealer.waitingFor(Instant.now()).toMillis(),
                            TimeUnit.MILLISECONDS)
                    .description("The time for which the oldest of them has waited")
                    .register(registry);
            registry.counter(AuditSealer.DAMAGED);
        };
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "alongside.audit.sealing", matchIfMissing = true)
    AuditSealing auditSealing(
            AuditSealer sealer,
            JobQueue queue,
            CustomTask<Void> auditVerificationTask,
            PlatformTransactionManager transactions) {
        return new AuditSealing(sealer, Duration.ofSeconds(1), queue, auditVerificationTask, transactions);
    }

    @Bean
    AuditChain auditChain(
            AuditTrail trail, AuditSealer sealer, AuditKeys keys, PlatformTransactionManager transactions) {
        return new AuditChain(trail, sealer, keys, transactions);
    }

    @Bean
    NightlyVerification nightlyVerification(
            AuditChain chain, AuditSealer sealer, ObjectProvider<MeterRegistry> metrics) {
        return new NightlyVerification(chain, sealer, metrics);
    }

    /** Verifies each council's chain at night. */
    @Bean
    CustomTask<Void> auditVerificationTask(NightlyVerification verification, Night night) {
        return CouncilTask.recurring("audit-verification", night.after(Duration.ofMinutes(25)), verification::run);
    }

    @Bean
    AuditAnchors auditAnchors(CouncilSql sql, AuditSealer sealer) {
        return new AuditAnchors(sql, sealer);
    }

    @Bean
    AuditReader auditReader(CouncilSql sql) {
        return new AuditReader(sql);
    }

    @Bean
    AuditEntries auditEntries(AuditReader events, ObjectProvider<AuditSubjects> subjects) {
        return new AuditEntries(events, AuditSubjects.of(subjects.stream().toList()));
    }

    @Bean
    AuditExport auditExport(
            AuditReader events,
            ObjectProvider<AuditSubjects> subjects,
            Audit audit,
            PlatformTransactionManager transactions) {
        return new AuditExport(events, AuditSubjects.of(subjects.stream().toList()), audit, transactions);
    }

    @Bean
    AuditController auditController(AuditEntries entries, AuditExport export, AuditChain chain, AuditAnchors anchors) {
        return new AuditController(entries, export, chain, anchors);
    }

    @Bean
    Audit audit(AuditTrail trail, EntityManagerFactory entities, AuditSealer sealer) {
        return new Audit(trail, SharedEntityManagerCreator.createSharedEntityManager(entities), sealer);
    }
}

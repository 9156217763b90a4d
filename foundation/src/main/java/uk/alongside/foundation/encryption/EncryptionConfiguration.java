package uk.alongside.foundation.encryption;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.encryption.DataKeys.DataKeyCreated;
import uk.alongside.foundation.jobs.CouncilTask;
import uk.alongside.foundation.jobs.JobQueue;
import uk.alongside.foundation.jobs.Night;
import uk.alongside.foundation.wall.CouncilSql;

/** Configures encryption for a service that keeps free text. Such a service does not start without the encryption key. */
@AutoConfiguration(afterName = "uk.alongside.foundation.audit.AuditConfiguration")
@ConditionalOnBooleanProperty("alongside.encryption.enabled")
class EncryptionConfiguration {

    @Bean
    KeyEncryptionKeys keyEncryptionKeys(Environment environment) {
        var file = environment.getProperty("alongside.encryption-key-file", "");
        if (file.isEmpty()) {
            throw new IllegalStateException(
                    "This service encrypts text. Set alongside.encryption-key-file to the file with its key.");
        }
        return KeyEncryptionKeys.read(
                Path.of(file), Path.of(environment.getRequiredProperty("alongside.context-key-file")));
    }

    @Bean
    DataKeys dataKeys(
            CouncilSql sql, KeyEncryptionKeys keks, Audit audit, ApplicationEventPublisher events, Clock clock) {
        return new DataKeys(sql, keks, audit, events, clock);
    }

    @Bean
    DraftKeys draftKeys(DataKeys keys) {
        return new DraftKeys(keys);
    }

    @Bean
    TextEncryption textEncryption(DataKeys keys, ObjectProvider<EncryptedColumn> columns) {
        return new TextEncryption(keys, all(columns));
    }

    @Bean
    Reencryption reencryption(
            CouncilSql sql,
            DataKeys keys,
            TextEncryption texts,
            ObjectProvider<EncryptedColumn> columns,
            PlatformTransactionManager transactions) {
        return new Reencryption(sql, keys, texts, all(columns), transactions);
    }

    private static Set<EncryptedColumn> all(ObjectProvider<EncryptedColumn> columns) {
        return columns.stream().collect(Collectors.toUnmodifiableSet());
    }

    /** Runs each night. */
    @Bean
    CustomTask<Void> reencryptionTask(Reencryption reencryption, Night night) {
        return CouncilTask.recurring("reencryption", night.after(Duration.ofMinutes(35)), reencryption::run);
    }

    @Bean
    Planning reencryptionPlanning(JobQueue queue, CustomTask<Void> reencryptionTask) {
        return new Planning(queue, reencryptionTask);
    }

    /** Schedules the task when a council's first key is created, and runs it at once after each further one. */
    static final class Planning {

        private final JobQueue queue;
        private final CustomTask<Void> task;

        Planning(JobQueue queue, CustomTask<Void> task) {
            this.queue = queue;
            this.task = task;
        }

        @EventListener
        void plan(DataKeyCreated created) {
            queue.addRecurringOrRun(task, created.council());
        }
    }
}

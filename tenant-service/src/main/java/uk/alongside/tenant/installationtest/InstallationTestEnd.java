package uk.alongside.tenant.installationtest;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.jobs.JobQueue;
import uk.alongside.foundation.wall.CouncilContext;

/** The end of a test whose command was killed: one row of the job queue for each test. */
@Component
class InstallationTestEnd {

    private final JobQueue queue;
    private final OneTimeTask<Void> installationTestEndTask;

    InstallationTestEnd(JobQueue queue, OneTimeTask<Void> installationTestEndTask) {
        this.queue = queue;
        this.installationTestEndTask = installationTestEndTask;
    }

    /** Schedules the end in the transaction that begins the test. */
    void schedule(Instant end) {
        queue.addFor(
                end,
                installationTestEndTask,
                "installation-test/" + CouncilContext.council() + "/" + UUID.randomUUID());
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        /** Defines the task. The service is looked up late, because it knows this task. */
        @Bean
        OneTimeTask<Void> installationTestEndTask(ObjectProvider<InstallationTestService> service) {
            return Tasks.oneTime("installation-test-end").execute((instance, _) -> {
                var council = UUID.fromString(instance.getId().split("/", -1)[1]);
                CouncilContext.run(council, () -> service.getObject().endHere());
            });
        }
    }
}

package uk.alongside.tenant.support;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilContext;

/** The removal of support access at its end: one row of the job queue for each approved grant. */
@Component
class SupportExpiry {

    private final SchedulerClient queue;
    private final OneTimeTask<Void> supportExpiryTask;

    SupportExpiry(SchedulerClient queue, OneTimeTask<Void> supportExpiryTask) {
        this.queue = queue;
        this.supportExpiryTask = supportExpiryTask;
    }

    /** Adds the removal in the transaction of the approval. */
    void schedule(UUID grant, Instant end) {
        queue.scheduleIfNotExists(supportExpiryTask.instance(CouncilContext.council() + "/" + grant), end);
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        /** Defines the task. The service is looked up late, because it knows this task. */
        @Bean
        OneTimeTask<Void> supportExpiryTask(ObjectProvider<SupportService> service) {
            return Tasks.oneTime("support-expiry").execute((instance, _) -> {
                var parts = instance.getId().split("/", -1);
                CouncilContext.run(
                        UUID.fromString(parts[0]), () -> service.getObject().expire(UUID.fromString(parts[1])));
            });
        }
    }
}

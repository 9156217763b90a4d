package uk.alongside.tenant.support;

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

/** The removal of support access at its end: one row of the job queue for each approved grant. */
@Component
class SupportExpiry {

    private final JobQueue queue;
    private final OneTimeTask<Void> supportExpiryTask;

    SupportExpiry(JobQueue queue, OneTimeTask<Void> supportExpiryTask) {
        this.queue = queue;
        this.supportExpiryTask = supportExpiryTask;
    }

    /** Adds the removal in the transaction of the approval. */
    void schedule(SupportGrantId grant, Instant end) {
        queue.addFor(end, supportExpiryTask, id(grant));
    }

    /** Returns the task's id. Its second part is the council, by which the rows of the queue are fenced. */
    private static String id(SupportGrantId grant) {
        return "support/" + CouncilContext.council() + "/" + grant.value();
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        /** Defines the task. The service is looked up late, because it knows this task. */
        @Bean
        OneTimeTask<Void> supportExpiryTask(ObjectProvider<SupportService> service) {
            return Tasks.oneTime("support-expiry").execute((instance, _) -> {
                var parts = instance.getId().split("/", -1);
                CouncilContext.run(
                        UUID.fromString(parts[1]),
                        () -> service.getObject().expire(new SupportGrantId(UUID.fromString(parts[2]))));
            });
        }
    }
}

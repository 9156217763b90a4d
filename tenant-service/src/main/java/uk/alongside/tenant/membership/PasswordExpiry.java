package uk.alongside.tenant.membership;

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

/** The removal of one-time passwords that were not used in time: one row of the job queue for each mailed password. */
@Component
class PasswordExpiry {

    private final JobQueue queue;
    private final OneTimeTask<Void> passwordExpiryTask;

    PasswordExpiry(JobQueue queue, OneTimeTask<Void> passwordExpiryTask) {
        this.queue = queue;
        this.passwordExpiryTask = passwordExpiryTask;
    }

    /** Adds the removal of the password with this number in the transaction of its mail. */
    void schedule(UUID member, long number, Instant end) {
        queue.addFor(end, passwordExpiryTask, id(member, number));
    }

    /** Returns the task's id. Its second part is the council, by which the rows of the queue are fenced. */
    private static String id(UUID member, long number) {
        return "password/" + CouncilContext.council() + "/" + member + "/" + number;
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        /** Defines the task. The passwords are looked up late, because they know this task. */
        @Bean
        OneTimeTask<Void> passwordExpiryTask(ObjectProvider<OneTimePasswords> passwords) {
            return Tasks.oneTime("password-expiry").execute((instance, _) -> {
                var parts = instance.getId().split("/", -1);
                CouncilContext.run(
                        UUID.fromString(parts[1]),
                        () -> passwords.getObject().expire(UUID.fromString(parts[2]), Long.parseLong(parts[3])));
            });
        }
    }
}

package uk.alongside.tenant.register;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.wall.CouncilContext;

/** The task that deletes each council's idempotency keys after a day. */
@Configuration(proxyBeanMethods = false)
class OldKeysTask {

    @Bean
    RecurringTask<Void> deletionOfOldKeys(Register register, IdempotentRequests requests) {
        return Tasks.recurring("idempotency-keys", FixedDelay.ofHours(6))
                .execute((_, _) ->
                        register.all().forEach(council -> CouncilContext.run(council.id(), requests::forgetOld)));
    }
}

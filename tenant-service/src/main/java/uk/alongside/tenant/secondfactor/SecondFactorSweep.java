package uk.alongside.tenant.secondfactor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.register.Register;

/**
 * The task that asks Keycloak, once for each council, for the second factor of members who had their roles before it was
 * required. It queues one check for each member. The note that a council is done commits with its checks, so a run that
 * is cut short goes on at the next one, and no member is checked twice.
 */
@Component
class SecondFactorSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorSweep.class);

    private final Register register;
    private final SecondFactorRules rules;
    private final MembersToAsk members;
    private final SecondFactorChecks checks;
    private final TransactionOperations transactions;
    private final Clock clock;

    SecondFactorSweep(
            Register register,
            SecondFactorRules rules,
            MembersToAsk members,
            SecondFactorChecks checks,
            TransactionOperations transactions,
            Clock clock) {
        this.register = register;
        this.rules = rules;
        this.members = members;
        this.checks = checks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sweeps every council that was not swept. A failure in one council does not delay the others. */
    void forEveryCouncil() {
        int failed = 0;
        for (var council : register.all()) {
            try {
                CouncilContext.run(council.id(), this::forThisCouncil);
            } catch (RuntimeException e) {
                failed++;
                LOG.error("Second factors of council {}: {}", council.id(), e.toString());
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(failed + " councils' members could not be queued for a second factor.");
        }
    }

    private void forThisCouncil() {
        transactions.executeWithoutResult(_ -> {
            if (rules.noteSweep(clock.instant())) {
                members.all().stream().filter(MemberToAsk::byRole).forEach(checks::queue);
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        /**
         * Defines the task, which first runs when the service starts. Later runs find councils that a failure left. The
         * sweep is looked up late, because it writes to the queue, which knows this task.
         */
        @Bean
        RecurringTask<Void> sweepOfSecondFactors(ObjectProvider<SecondFactorSweep> sweep) {
            return Tasks.recurring("second-factors", FixedDelay.ofHours(1))
                    .execute((_, _) -> sweep.getObject().forEveryCouncil());
        }
    }
}

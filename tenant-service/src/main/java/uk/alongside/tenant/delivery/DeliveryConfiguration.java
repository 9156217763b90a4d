package uk.alongside.tenant.delivery;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.alongside.foundation.wall.CouncilContext;

/** The task that makes deliveries, and repeats those that failed. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /**
     * Defines the task. The deliveries are looked up late, because each writes to the outbox, which knows this task.
     */
    @Bean
    OneTimeTask<Void> deliveryTask(ObjectProvider<Delivery> deliveries) {
        return Tasks.oneTime("delivery")
                .onFailure(DeliveryConfiguration::tryAgain)
                .execute((instance, _) -> {
                    var parcel = Parcel.of(instance.getId());
                    var delivery = deliveries.stream()
                            .collect(Collectors.toMap(Delivery::kind, Function.identity()))
                            .get(parcel.kind());
                    if (delivery == null) {
                        throw new IllegalStateException("No delivery has this kind.");
                    }
                    CouncilContext.run(parcel.council(), () -> delivery.deliver(parcel.id(), parcel.version()));
                });
    }

    /** Repeats a delivery without limit, because the peer still lets in a member whose removal it does not know. */
    private static void tryAgain(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        operations.reschedule(failed, failed.getTimeDone().plus(pauseAfter(failed.getExecution().consecutiveFailures)));
    }

    static Duration pauseAfter(int earlierFailures) {
        var pause = Duration.ofSeconds(1L << Math.min(earlierFailures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}

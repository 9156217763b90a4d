package uk.alongside.conversations.capacity;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.alongside.foundation.jobs.CouncilTask;
import uk.alongside.foundation.jobs.Night;

/** Runs the capacity check each night. */
@Configuration
class CapacityTask {

    static final String NAME = "capacity-check";

    @Bean
    CustomTask<Void> capacityCheckTask(CapacityCheck check, Night night) {
        return CouncilTask.recurring(NAME, night.after(Duration.ZERO), check::run);
    }
}

package uk.alongside.conversations.series;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.alongside.foundation.jobs.CouncilTask;
import uk.alongside.foundation.jobs.Night;
import uk.alongside.foundation.wall.CouncilSuspension;

/** Extends series each night. A suspended council plans no more sessions until the first night after it is resumed. */
@Configuration
class RollingTask {

    static final String NAME = "series-rolling";

    /**
     * Creates the task. The service is looked up late because it needs the scheduler, and the scheduler needs its
     * tasks.
     */
    @Bean
    CustomTask<Void> seriesRollingTask(
            ObjectProvider<SeriesService> series, CouncilSuspension suspension, Night night) {
        return CouncilTask.recurring(
                NAME, night.after(Duration.ofMinutes(15)), () -> rollUnless(suspension.isOn(), series));
    }

    private static void rollUnless(boolean suspended, ObjectProvider<SeriesService> series) {
        if (!suspended) {
            series.getObject().roll();
        }
    }
}

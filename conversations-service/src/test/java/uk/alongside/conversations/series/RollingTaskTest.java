package uk.alongside.conversations.series;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import uk.alongside.foundation.jobs.Night;
import uk.alongside.foundation.wall.CouncilSuspension;

class RollingTaskTest {

    private final SeriesService series = mock(SeriesService.class);
    private final CouncilSuspension suspension = mock(CouncilSuspension.class);

    @Test
    void plansMoreSessionsOfACouncil() {
        roll();

        verify(series).roll();
    }

    @Test
    void plansNoSessionOfASuspendedCouncil() {
        when(suspension.isOn()).thenReturn(true);

        roll();

        verify(series, never()).roll();
    }

    private void roll() {
        var night = mock(Night.class);
        when(night.after(any())).thenReturn(Schedules.fixedDelay(Duration.ofDays(1)));
        var beans = new StaticListableBeanFactory();
        beans.addBean("series", series);
        new RollingTask()
                .seriesRollingTask(beans.getBeanProvider(SeriesService.class), suspension, night)
                .execute(
                        new TaskInstance<>(RollingTask.NAME, UUID.randomUUID().toString()),
                        mock(ExecutionContext.class));
    }
}

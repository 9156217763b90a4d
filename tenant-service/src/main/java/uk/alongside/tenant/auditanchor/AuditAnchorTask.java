package uk.alongside.tenant.auditanchor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hourly task in which the two services exchange the ends of their audits. */
@Configuration(proxyBeanMethods = false)
class AuditAnchorTask {

    private static final int MINUTE = 7;

    @Bean
    RecurringTask<Void> exchangeOfAuditAnchors(AuditAnchorExchange exchange, Clock clock) {
        var hourly = IntStream.range(0, 24)
                .mapToObj(hour -> LocalTime.of(hour, MINUTE))
                .toArray(LocalTime[]::new);
        return Tasks.recurring("audit-anchors", Schedules.daily(clock.getZone(), hourly))
                .execute((_, _) -> exchange.forEveryCouncil());
    }
}

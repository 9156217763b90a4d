package uk.alongside.tenant.auditanchor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task in which the two services exchange the ends of their audits, every minute. */
@Configuration(proxyBeanMethods = false)
class AuditAnchorTask {

    @Bean
    RecurringTask<Void> exchangeOfAuditAnchors(AuditAnchorExchange exchange) {
        return Tasks.recurring("audit-anchors", FixedDelay.ofMinutes(1)).execute((_, _) -> exchange.forEveryCouncil());
    }
}

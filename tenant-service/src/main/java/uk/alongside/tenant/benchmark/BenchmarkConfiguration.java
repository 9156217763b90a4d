package uk.alongside.tenant.benchmark;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The keys of the releases, and the task that collects sheets and makes releases, every hour. */
@Configuration(proxyBeanMethods = false)
class BenchmarkConfiguration {

    @Bean
    SigningKeys signingKeys(Environment environment) {
        return SigningKeys.read(Path.of(environment.getRequiredProperty("alongside.benchmark-key-file")));
    }

    @Bean
    RecurringTask<Void> benchmarkExchangeTask(BenchmarkExchange exchange) {
        return Tasks.recurring("benchmarks", FixedDelay.ofHours(1)).execute((_, _) -> exchange.run());
    }
}

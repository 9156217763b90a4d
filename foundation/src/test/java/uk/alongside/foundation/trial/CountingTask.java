package uk.alongside.foundation.trial;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.jobs.CouncilTask;

/** A task that recurs for each council and records what it saw, for the tests. */
@Configuration(proxyBeanMethods = false)
public class CountingTask {

    public static final BlockingQueue<String> SEEN = new LinkedBlockingQueue<>();

    @Bean
    CustomTask<Void> counting(JdbcClient database, PlatformTransactionManager transactions) {
        var transaction = new TransactionTemplate(transactions);
        return CouncilTask.recurring(
                "counting",
                FixedDelay.ofHours(1),
                () -> transaction.executeWithoutResult(_ -> SEEN.addAll(database.sql("select name from app.resident")
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .list())));
    }
}

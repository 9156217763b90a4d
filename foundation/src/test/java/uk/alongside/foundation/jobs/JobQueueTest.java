package uk.alongside.foundation.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.foundation.trial.TrialService;
import uk.alongside.foundation.wall.CouncilContext;

class JobQueueTest extends TrialService {

    @Autowired
    private JobQueue queue;

    @Autowired
    private CustomTask<Void> counting;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID council = UUID.randomUUID();
    private final CountDownLatch added = new CountDownLatch(1);

    /** Two people can plan a council's first series at the same moment, and neither may be refused. */
    @Test
    void transactionsThatAddTheSameJobBothGoOn() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(adding(() -> {
                added.countDown();
                untilOneWaits();
                return 1;
            }));
            added.await();
            var second = threads.submit(
                    adding(() -> database.sql("select 2").query(Integer.class).single()));

            assertThat(first.get()).isEqualTo("added, 1");
            assertThat(second.get()).isEqualTo("not added, 2");
        }
    }

    /** Adds the job, and does other work after it in the same transaction. */
    private Callable<String> adding(Callable<Integer> otherWork) {
        return () -> CouncilContext.call(
                council,
                () -> new TransactionTemplate(transactions).execute(_ -> {
                    var words = queue.addRecurring(counting, council) ? "added" : "not added";
                    try {
                        return words + ", " + otherWork.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private void untilOneWaits() throws InterruptedException {
        while (superuser.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single() == 0) {
            Thread.sleep(20);
        }
    }
}

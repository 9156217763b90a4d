package uk.alongside.tenant.delivery;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.jobs.JobQueue;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * The deliveries that are still to be made, as rows of the job queue: ids and versions, never a person.
 *
 * <p>The row is written through the connection of the change's own transaction, so either both exist or neither. Each
 * version has a delivery of its own, so that a change during an earlier delivery is not lost.
 */
@Component
public class Outbox {

    private final JobQueue queue;
    private final OneTimeTask<Void> deliveryTask;

    Outbox(JobQueue queue, OneTimeTask<Void> deliveryTask) {
        this.queue = queue;
        this.deliveryTask = deliveryTask;
    }

    /**
     * Adds a delivery of this version for the bound council, to be made once the present transaction has committed.
     * Outside a transaction the data source refuses the row.
     */
    public void add(String kind, UUID id, long version) {
        var parcel = new Parcel(kind, CouncilContext.council(), id, version);
        queue.add(deliveryTask, parcel.toString());
    }
}

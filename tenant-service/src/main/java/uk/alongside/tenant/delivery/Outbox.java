package uk.alongside.tenant.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * What still has to be told, as rows of the job queue: ids and versions, never a person.
 *
 * <p>The row is written through the connection of the change's own transaction: either both are there or neither. A
 * version has a delivery of its own, so that a change made while an earlier one is under way is not lost.
 */
@Component
public class Outbox {

    private final SchedulerClient queue;
    private final OneTimeTask<Void> deliveryTask;
    private final Clock clock;

    Outbox(SchedulerClient queue, OneTimeTask<Void> deliveryTask, Clock clock) {
        this.queue = queue;
        this.deliveryTask = deliveryTask;
        this.clock = clock;
    }

    /**
     * Tells of this version of this thing, of the council that is bound, once the present transaction has committed.
     * Outside a transaction the data source refuses it.
     */
    public void add(String kind, UUID id, long version) {
        var parcel = new Parcel(kind, CouncilContext.council(), id, version);
        queue.scheduleIfNotExists(deliveryTask.instance(parcel.toString()), clock.instant());
    }
}

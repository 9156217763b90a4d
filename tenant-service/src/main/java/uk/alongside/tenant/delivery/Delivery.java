package uk.alongside.tenant.delivery;

import java.util.UUID;

/** One kind of delivery to another service. A delivery sends the state at the time of sending. */
public interface Delivery {

    /** Returns the name of the kind in the queue. The name never changes after the first release with it. */
    String kind();

    /**
     * Sends the present state of this record, with its council bound. After an exception the queue calls this method
     * again.
     */
    void deliver(UUID id, long version);
}

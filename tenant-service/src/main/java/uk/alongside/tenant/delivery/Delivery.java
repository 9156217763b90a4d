package uk.alongside.tenant.delivery;

import java.util.UUID;

/** One kind of news for another service. What is sent is the state at the time of sending. */
public interface Delivery {

    /** Names the kind in the queue; never changed once there was a release with it. */
    String kind();

    /** Sends the present state of this thing, with its council bound; called again later if it throws. */
    void deliver(UUID id, long version);
}

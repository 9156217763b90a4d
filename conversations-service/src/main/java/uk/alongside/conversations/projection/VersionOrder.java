package uk.alongside.conversations.projection;

/**
 * The result of comparing a received version with the stored one. Deliveries may repeat and may arrive out of order.
 */
enum VersionOrder {
    NEWER,
    ALREADY_HERE,
    OVERTAKEN,
    CONFLICTING;

    static VersionOrder of(long arriving, long here, boolean same) {
        if (arriving == here) {
            return same ? ALREADY_HERE : CONFLICTING;
        }
        return arriving > here ? NEWER : OVERTAKEN;
    }
}

package uk.alongside.conversations.projection;

/** How a received version compares with the stored one. Deliveries may be repeated and may overtake each other. */
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

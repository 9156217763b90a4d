package uk.alongside.conversations.projection;

/** What a version that arrives is, beside the one that is here. Deliveries repeat and overtake each other. */
enum Arrival {
    NEWER,
    ALREADY_HERE,
    OVERTAKEN,
    CONFLICTING;

    static Arrival of(long arriving, long here, boolean same) {
        if (arriving == here) {
            return same ? ALREADY_HERE : CONFLICTING;
        }
        return arriving > here ? NEWER : OVERTAKEN;
    }
}

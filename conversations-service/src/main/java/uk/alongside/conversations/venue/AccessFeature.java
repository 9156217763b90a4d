package uk.alongside.conversations.venue;

/** A feature that makes a place easier to visit. */
public enum AccessFeature {
    STEP_FREE,
    HEARING_LOOP,
    PARKING,
    ACCESSIBLE_TOILET,
    QUIET_ROOM,
    BUS_STOP
}

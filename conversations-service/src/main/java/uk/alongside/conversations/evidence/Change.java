package uk.alongside.conversations.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;

/** The time of a change and the member who made it. */
record Change(Instant at, MemberId by) {

    /** Returns a change that the caller makes now. */
    static Change now(Clock clock) {
        return new Change(
                clock.instant().truncatedTo(ChronoUnit.MILLIS), Caller.current().member());
    }
}

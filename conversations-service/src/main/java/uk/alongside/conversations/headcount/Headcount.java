package uk.alongside.conversations.headcount;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.foundation.id.MemberId;

/**
 * The number of people who came to a session without giving a name. A session whose head count is not recorded has
 * version 0 and no number.
 */
public record Headcount(
        SessionId session,
        long version,
        @Nullable Integer people,
        @Nullable Instant changedAt,
        @Nullable MemberId changedBy) {

    static Headcount none(SessionId session) {
        return new Headcount(session, 0, null, null, null);
    }

    Headcount changed(int to, Instant at, MemberId by) {
        return new Headcount(session, version + 1, to, at, by);
    }
}

package uk.alongside.tenant.membership;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far an invitation has come. */
enum InvitationStatus {
    /** Its mail has not gone out yet. */
    QUEUED,
    SENT,
    /** No mail reaches the address. */
    REFUSED,
    /** It was sent and its time is over; never in the database, which holds the time. */
    EXPIRED,
    ACCEPTED,
    REVOKED;

    /** Of these an address has one at most. */
    static final List<String> OPEN = List.of(QUEUED.word(), SENT.word(), REFUSED.word());

    /** The word in JSON and in the database. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InvitationStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such status."));
    }
}

package uk.alongside.tenant.membership;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The progress of an invitation. */
enum InvitationStatus {
    /** The mail has not been sent yet. */
    QUEUED,
    SENT,
    /** No mail reaches the address. */
    REFUSED,
    /** The mail was sent and its time is over. The database never holds this status, because it holds the time. */
    EXPIRED,
    ACCEPTED,
    REVOKED;

    /** The statuses of open invitations. An address has at most one open invitation. */
    static final List<String> OPEN = List.of(QUEUED.word(), SENT.word(), REFUSED.word());

    /** Returns the word in JSON and in the database. */
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

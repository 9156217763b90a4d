package uk.alongside.tenant.invitation;

import java.util.List;
import uk.alongside.foundation.text.EnumWords;

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

    /** Returns the word in the database. */
    String word() {
        return EnumWords.of(this);
    }

    static InvitationStatus of(String word) {
        return EnumWords.find(InvitationStatus.class, word);
    }
}

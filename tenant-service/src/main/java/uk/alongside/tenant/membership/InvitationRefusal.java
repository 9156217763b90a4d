package uk.alongside.tenant.membership;

/** The reasons for which an invitation can no longer be used or changed. */
sealed interface InvitationRefusal {

    record NoSuchInvitation() implements InvitationRefusal {}

    /** The link is unknown: it was cut off or edited, or a newer mail has replaced its mail. */
    record UnknownLink() implements InvitationRefusal {}

    record AlreadyUsed() implements InvitationRefusal {}

    record Revoked() implements InvitationRefusal {}

    record Expired() implements InvitationRefusal {}

    /** The typed address is not the invited one. */
    record ForAnother() implements InvitationRefusal {}

    record TooManyWrongAddresses() implements InvitationRefusal {}
}

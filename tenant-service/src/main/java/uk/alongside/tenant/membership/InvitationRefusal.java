package uk.alongside.tenant.membership;

/** Every reason for which an invitation cannot be used, or no more be changed. */
sealed interface InvitationRefusal {

    record NoSuchInvitation() implements InvitationRefusal {}

    /** The link is none of ours: cut off, edited, or from a mail that a newer one has replaced. */
    record UnknownLink() implements InvitationRefusal {}

    record AlreadyUsed() implements InvitationRefusal {}

    record Revoked() implements InvitationRefusal {}

    record Expired() implements InvitationRefusal {}

    /** The address that was typed is not the one that was invited. */
    record ForAnother() implements InvitationRefusal {}

    record TooManyWrongAddresses() implements InvitationRefusal {}
}

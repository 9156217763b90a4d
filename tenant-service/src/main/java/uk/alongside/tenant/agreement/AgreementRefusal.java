package uk.alongside.tenant.agreement;

/** Every reason for which an acceptance is turned down. */
sealed interface AgreementRefusal {

    /** Whoever accepts must have read what is in force now. */
    record NotTheLatest() implements AgreementRefusal {}

    record AlreadyAccepted() implements AgreementRefusal {}

    record NameNeeded() implements AgreementRefusal {}

    record EmailNeeded() implements AgreementRefusal {}

    /** Neither in force nor accepted by this council. */
    record NoSuchVersion() implements AgreementRefusal {}
}

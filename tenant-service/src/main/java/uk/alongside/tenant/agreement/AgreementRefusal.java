package uk.alongside.tenant.agreement;

/** The reasons for which an acceptance is refused. */
sealed interface AgreementRefusal {

    /** The accepted version is not in force: a council must have read the one that is. */
    record NotTheLatest() implements AgreementRefusal {}

    record AlreadyAccepted() implements AgreementRefusal {}

    record NameNeeded() implements AgreementRefusal {}

    record EmailNeeded() implements AgreementRefusal {}

    /** The version is neither in force nor accepted by this council. */
    record NoSuchVersion() implements AgreementRefusal {}
}

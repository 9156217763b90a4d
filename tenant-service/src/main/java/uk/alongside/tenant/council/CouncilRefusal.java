package uk.alongside.tenant.council;

/** Every reason for which an operator's wish for a council is turned down. */
sealed interface CouncilRefusal {

    record NoSuchCouncil() implements CouncilRefusal {}

    record AliasTaken() implements CouncilRefusal {}

    record AliasReserved() implements CouncilRefusal {}

    record NameTaken() implements CouncilRefusal {}

    record ChangedMeanwhile(CouncilView current) implements CouncilRefusal {}
}

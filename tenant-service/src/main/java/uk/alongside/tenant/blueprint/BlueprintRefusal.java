package uk.alongside.tenant.blueprint;

/** The reasons for which a decision on the blueprint is refused. */
sealed interface BlueprintRefusal {

    record NoSuchPart() implements BlueprintRefusal {}

    /** There is a later version, or another person has decided on this element. */
    record MovedOn() implements BlueprintRefusal {}
}

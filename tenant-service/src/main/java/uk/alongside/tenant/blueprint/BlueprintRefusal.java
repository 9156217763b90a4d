package uk.alongside.tenant.blueprint;

/** Every reason for which a decision on the blueprint is turned down. */
sealed interface BlueprintRefusal {

    record NoSuchPart() implements BlueprintRefusal {}

    /** There is a later version, or somebody else decided on this meanwhile. */
    record MovedOn() implements BlueprintRefusal {}
}

package uk.alongside.conversations.hub;

/** Every reason for which a file is turned down as a whole. */
sealed interface HubImportRefusal {

    record TooLarge() implements HubImportRefusal {}

    record HasErrors(HubImport report) implements HubImportRefusal {}
}

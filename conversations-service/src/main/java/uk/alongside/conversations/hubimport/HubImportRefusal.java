package uk.alongside.conversations.hubimport;

/** Every reason for which a file is turned down as a whole, or the wish to take an import back. */
sealed interface HubImportRefusal {

    record TooLarge() implements HubImportRefusal {}

    record HasErrors(HubImport report) implements HubImportRefusal {}

    record NoSuchImport() implements HubImportRefusal {}

    /** It was taken back already. */
    record Undone() implements HubImportRefusal {}

    /** It is more than a day ago. */
    record TooOld() implements HubImportRefusal {}
}

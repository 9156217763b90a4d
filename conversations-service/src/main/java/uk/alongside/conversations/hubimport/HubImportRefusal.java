package uk.alongside.conversations.hubimport;

/** The reasons for which a whole file, or the undo of an import, is rejected. */
sealed interface HubImportRefusal {

    record TooLarge() implements HubImportRefusal {}

    record HasErrors(HubImport report) implements HubImportRefusal {}

    record NoSuchImport() implements HubImportRefusal {}

    /** The import was undone already. */
    record Undone() implements HubImportRefusal {}

    /** The import is more than a day old. */
    record TooOld() implements HubImportRefusal {}
}

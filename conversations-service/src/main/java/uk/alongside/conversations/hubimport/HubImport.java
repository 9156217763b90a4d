package uk.alongside.conversations.hubimport;

import uk.alongside.conversations.hubimport.HubImports.Imported;

/** A finished import, and the name of the member who did it. */
record HubImport(Imported row, String byName) {}

package uk.alongside.conversations.connection;

/** The sides that can make contact: the person, the council, or the organisation. */
public enum Contact {
    PERSON,
    COUNCIL,
    ORGANISATION
}

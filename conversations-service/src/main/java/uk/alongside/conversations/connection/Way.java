package uk.alongside.conversations.connection;

/** The ways in which a person learns of a group, a place or an activity. */
public enum Way {
    TOLD,
    INTRODUCED
}

package uk.alongside.conversations.hub;

/** Says whether sessions are planned. An interface, because sessions depend on hubs; the list of hubs shows this flag. */
public interface SessionsToCome {

    /** Says whether a session is still to come at any hub of the council. */
    boolean anyToCome();
}

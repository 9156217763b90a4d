package uk.alongside.conversations.hub;

/**
 * Says whether sessions are planned. The list of hubs shows this flag. An interface is used because sessions depend on
 * hubs.
 */
public interface SessionsToCome {

    /** Says whether any hub of the council has a future session. */
    boolean anyToCome();
}

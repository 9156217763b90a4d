package uk.alongside.conversations.hub;

/** There is no such hub in this council. */
final class NoSuchHub extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

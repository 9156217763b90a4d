package uk.alongside.conversations.council;

/** Thrown when a member of the council is known but the council's settings have not arrived yet. */
final class SettingsNotReceived extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

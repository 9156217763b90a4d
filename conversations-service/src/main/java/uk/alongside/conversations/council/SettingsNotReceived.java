package uk.alongside.conversations.council;

/** A member of this council is known, but its settings have not arrived yet. */
final class SettingsNotReceived extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

package uk.alongside.tenant.mail;

/** A mail of plain text to one address. Says nothing of itself in a log. */
public record Mail(String recipient, String subject, String text) {

    @Override
    public String toString() {
        return "a mail";
    }
}

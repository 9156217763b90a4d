package uk.alongside.tenant.mail;

/** A mail of plain text to one address. Its text in a log reveals no content. */
public record Mail(String recipient, String subject, String text) {

    @Override
    public String toString() {
        return "a mail";
    }
}

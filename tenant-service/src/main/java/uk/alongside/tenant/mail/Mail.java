package uk.alongside.tenant.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mail of plain text to one address. Its text in a log reveals no content.
 *
 * @param text the text, with a mark in the place of the one-time password
 * @param password the one-time password that the mail brings, if it brings one
 */
public record Mail(
        String recipient,
        String subject,
        String text,
        @Nullable String password) {

    /** A character that no text contains, in the place of the password. */
    static final String PASSWORD_MARK = "\uE000";

    public Mail(String recipient, String subject, String text) {
        this(recipient, subject, text, null);
    }

    /** Returns the text as its recipient gets it. */
    public String textForTheRecipient() {
        return textWith(Objects.requireNonNullElse(password, ""));
    }

    /** Returns the text with this word in the place of the password. */
    String textWith(String word) {
        return text.replace(PASSWORD_MARK, word);
    }

    @Override
    public String toString() {
        return "a mail";
    }
}

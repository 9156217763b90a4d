package uk.alongside.conversations.person;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The digits of a telephone number as a person in the UK dials them, so that +44 and 0 give the same number.
 *
 * <p>The check only catches typing errors. Only a call can show whether the number works.
 */
record Phone(String digits) {

    private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*(?:ext\\.?|extension|x)\\s*[0-9]{1,6}$");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}().\\-–/]");
    private static final Pattern NATIONAL = Pattern.compile("0[1-9][0-9]{8,9}");
    private static final Pattern ABROAD = Pattern.compile("00[1-9][0-9]{6,14}");

    /** Returns the number, or nothing if the text cannot be dialled. */
    static Optional<Phone> parse(String text) {
        var digits = digitsOf(EXTENSION.matcher(text.strip()).replaceFirst(""));
        boolean dialable =
                NATIONAL.matcher(digits).matches() || ABROAD.matcher(digits).matches();
        return dialable ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    /** Returns the typed digits, complete or not, in the form in which numbers are stored. */
    static String digitsOf(String text) {
        var digits = PUNCTUATION.matcher(text.replace("(0)", "")).replaceAll("");
        if (digits.startsWith("+")) {
            digits = "00" + digits.substring(1);
        }
        return digits.startsWith("0044") ? "0" + digits.substring(4) : digits;
    }

    /** Returns enough digits to distinguish two people on a screen that others may see. */
    String ending() {
        return digits.substring(digits.length() - 3);
    }

    /** Shows only the last digits, since this text appears in logs. */
    @Override
    public String toString() {
        return "Phone[" + ending() + "]";
    }
}

package uk.alongside.conversations.identifier;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import uk.alongside.foundation.text.TextKind;

/**
 * The digits of a telephone number as a person in the UK dials them, so that +44 and 0 give the same number. An extension
 * or a note may follow the number.
 *
 * <p>The check only catches typing errors. Only a call can show whether the number works.
 */
public record Phone(String digits) {

    private static final Pattern LINK = Pattern.compile("(?i)^tel:\\s*");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\-/]");
    private static final Pattern NUMBER = Pattern.compile("[+0-9(][0-9().\\-/\\s]*");
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)[\\s,;]*(?:#|x|ext|extn|extension)[\\s.:]*[0-9]{1,6}");
    private static final Pattern NOTE = Pattern.compile("\\s*[(\\[].*\\p{L}{2}.*|[\\s,;:-]+\\p{L}{2}.*");
    private static final Pattern NATIONAL = Pattern.compile("0[1-9][0-9]{8,9}");
    private static final Pattern ABROAD = Pattern.compile("00[1-9][0-9]{6,14}");
    private static final Pattern WITHOUT_PLUS = Pattern.compile("44[1-9][0-9]{8,9}");

    /** Returns the number, or nothing if the text does not begin with one that can be dialled. */
    public static Optional<Phone> parse(String text) {
        var typed = withoutLink(TextKind.PHONE.tidy(text));
        return IntStream.iterate(typed.length(), end -> end > 0, end -> end - 1)
                .filter(end -> isNote(typed.substring(end)))
                .mapToObj(end -> typed.substring(0, end))
                .filter(number -> NUMBER.matcher(number).matches())
                .map(Phone::digitsOf)
                .filter(digits -> NATIONAL.matcher(digits).matches()
                        || ABROAD.matcher(digits).matches())
                .findFirst()
                .map(Phone::new);
    }

    /** Returns whether the rest of the text is an extension or a note, and no mistyped part of the number. */
    private static boolean isNote(String rest) {
        return rest.isEmpty()
                || EXTENSION.matcher(rest).matches()
                || NOTE.matcher(rest).matches();
    }

    /** Returns the typed digits, complete or not, in the form in which numbers are stored. */
    public static String digitsOf(String text) {
        var plain = withoutLink(TextKind.PHONE.tidy(text)).replace("(0)", "");
        var digits = PUNCTUATION.matcher(plain).replaceAll("");
        if (digits.startsWith("+")) {
            digits = "00" + digits.substring(1);
        }
        if (WITHOUT_PLUS.matcher(digits).matches()) {
            digits = "00" + digits;
        }
        return digits.startsWith("0044") ? "0" + digits.substring(4) : digits;
    }

    /** Returns the text without the beginning that the address of a telephone number has. */
    public static String withoutLink(String text) {
        return LINK.matcher(text).replaceFirst("");
    }

    /** Returns enough digits to distinguish two people on a screen that others may see. */
    public String ending() {
        return digits.substring(digits.length() - 3);
    }

    /** Shows only the last digits, since this text appears in logs. */
    @Override
    public String toString() {
        return "Phone[" + ending() + "]";
    }
}

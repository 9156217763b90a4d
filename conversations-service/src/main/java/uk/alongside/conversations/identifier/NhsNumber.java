package uk.alongside.conversations.identifier;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import uk.alongside.foundation.text.TextKind;

/**
 * The ten digits of an NHS number, of which the last one checks the others (Modulus 11).
 *
 * <p>The check only catches typing errors. It does not show whose number it is.
 */
public record NhsNumber(String digits) {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Pd}]");
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final int CHECKED = 9;

    /** Returns the number, or nothing if the text is no NHS number. Spaces and dashes may separate the digits. */
    public static Optional<NhsNumber> parse(String text) {
        var digits = PUNCTUATION.matcher(TextKind.CODE.tidy(text)).replaceAll("");
        return TEN_DIGITS.matcher(digits).matches() && isChecked(digits)
                ? Optional.of(new NhsNumber(digits))
                : Optional.empty();
    }

    private static boolean isChecked(String digits) {
        int sum = IntStream.range(0, CHECKED)
                .map(at -> (10 - at) * Character.digit(digits.charAt(at), 10))
                .sum();
        // A remainder of 1 would need the check digit 10, so such a number is never given to a person.
        return (11 - sum % 11) % 11 == Character.digit(digits.charAt(CHECKED), 10);
    }

    /** Leaves out the digits, since this text appears in logs. */
    @Override
    public String toString() {
        return "NhsNumber[]";
    }
}

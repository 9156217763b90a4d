package uk.alongside.foundation.text;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of typed text, and how each kind is tidied and judged. People paste from word processors, spreadsheets,
 * telephones and mail clients, which add characters that no one sees. Every way into the product uses these rules:
 * forms, the API, files and searches. {@link #VERBATIM} alone keeps a text as it came.
 *
 * <table>
 * <caption>What becomes of a character</caption>
 * <tr><th>characters</th><th>{@link #LINE}</th><th>{@link #TEXT}</th><th>{@link #PHONE}, {@link #CODE}</th>
 *     <th>{@link #EMAIL}, {@link #WEB_ADDRESS}</th></tr>
 * <tr><td>letters with marks</td><td colspan="2">composed (NFC)</td><td colspan="2">compatibility form (NFKC), so that
 *     wide letters and digits become plain ones</td></tr>
 * <tr><td>blanks: no-break, thin, wide and ideographic spaces, Hangul fillers, the empty Braille cell</td>
 *     <td>one space for each run</td><td>a space</td><td>one space for each run</td><td>one space for each run</td></tr>
 * <tr><td>line breaks and tabs</td><td>a space</td><td>kept, each break as one line feed</td><td>a space</td>
 *     <td>a space</td></tr>
 * <tr><td>zero-width joiners, direction marks, variation selectors and emoji tags</td><td colspan="2">kept</td>
 *     <td colspan="2">removed</td></tr>
 * <tr><td>zero-width and soft hyphens, byte-order marks, bidirectional overrides, embeddings and isolates</td>
 *     <td colspan="4">removed</td></tr>
 * <tr><td>hyphens and dashes</td><td colspan="2">kept</td><td>a hyphen</td><td>kept</td></tr>
 * <tr><td>curly apostrophes</td><td colspan="2">kept</td><td colspan="2">straight</td></tr>
 * <tr><td>digits of other scripts</td><td colspan="2">kept</td><td>0 to 9</td><td>kept</td></tr>
 * <tr><td>control characters (C0 and C1), the replacement character U+FFFD, unpaired surrogates, noncharacters</td>
 *     <td colspan="4">refused</td></tr>
 * <tr><td>characters outside ASCII</td><td colspan="3">kept</td><td>refused</td></tr>
 * </table>
 *
 * <p>Blanks at both ends are removed. Text without any visible character is empty.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode Standard Annex 15, normalization forms</a>
 * @see <a href="https://www.unicode.org/reports/tr39/">Unicode Technical Standard 39, security mechanisms</a>
 */
public enum TextKind {
    /** One line: a name, a title, a line of an address, a reason, the text of a search. */
    LINE,
    /** Free text of any number of lines. */
    TEXT,
    /** A telephone number, with what people write beside it. */
    PHONE,
    /** An e-mail address. */
    EMAIL,
    /** A postcode, a reference or another code. */
    CODE,
    /** The address of a web page. */
    WEB_ADDRESS,
    /** The notes of a conversation, and a password: taken exactly as they were typed, so neither tidied nor judged. */
    VERBATIM;

    private static final Pattern RUN_OF_BLANKS = Pattern.compile(" {2,}");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\x0B\\f\\u2028\\u2029]");
    private static final Pattern BLANKS_BEFORE_BREAK = Pattern.compile("[ \\t]+\\n");
    private static final String SIGNS_OF_A_FORMULA = "=+-@\t\uFF1D\uFF0B\uFF0D\uFF20";

    /** Returns the text as it is judged, compared and kept. The result is empty if nothing of the text is visible. */
    public String tidy(String text) {
        if (this == VERBATIM) {
            return text;
        }
        var breaks = LINE_BREAK.matcher(text).replaceAll("\n");
        var normal = Normalizer.normalize(breaks, isWords() ? Normalizer.Form.NFC : Normalizer.Form.NFKC);
        var plain = normal.codePoints().mapToObj(this::tidied).collect(Collectors.joining());
        var tidy = this == TEXT
                ? BLANKS_BEFORE_BREAK.matcher(plain).replaceAll("\n").strip()
                : RUN_OF_BLANKS.matcher(plain).replaceAll(" ").strip();
        return tidy.codePoints().anyMatch(TextKind::isVisible) ? tidy : "";
    }

    /** Returns the tidied text, or null if there is no text or nothing of it is visible. Verbatim text may be invisible. */
    public @Nullable String tidyOrNull(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var tidy = tidy(text);
        return tidy.isEmpty() && this != VERBATIM ? null : tidy;
    }

    /** Says whether the tidied text may be kept. */
    public boolean accepts(String tidied) {
        IntPredicate refused = this == EMAIL || this == WEB_ADDRESS
                ? character -> isRefused(character) || character > '~'
                : this::isRefused;
        return tidied.codePoints().noneMatch(refused);
    }

    /**
     * Says whether a spreadsheet may run the text as a formula when a council opens an exported file.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
     */
    public static boolean looksLikeFormula(String tidied) {
        return !tidied.isEmpty() && SIGNS_OF_A_FORMULA.indexOf(tidied.charAt(0)) >= 0;
    }

    private boolean isWords() {
        return this == LINE || this == TEXT;
    }

    private String tidied(int character) {
        if (character == '\n' || character == '\t') {
            return this == TEXT ? Character.toString(character) : " ";
        }
        if (isBlank(character)) {
            return " ";
        }
        if (isIgnorable(character)) {
            return isWords() && shapesWords(character) ? Character.toString(character) : "";
        }
        return isWords() ? Character.toString(character) : asciiLike(character);
    }

    /** Returns the ASCII sign that people mean when a telephone or a word processor writes another one. */
    private String asciiLike(int character) {
        if ("‘’ʼ`´".indexOf(character) >= 0) {
            return "'";
        }
        if (this == PHONE || this == CODE) {
            if (Character.getType(character) == Character.DASH_PUNCTUATION || character == '\u2212') {
                return "-";
            }
            if (Character.isDigit(character)) {
                return Integer.toString(Character.digit(character, 10));
            }
        }
        return Character.toString(character);
    }

    private boolean isRefused(int character) {
        if (this == VERBATIM) {
            return false;
        }
        if (character == '\n' || character == '\t') {
            return this != TEXT;
        }
        return Character.isISOControl(character)
                || character == '\uFFFD'
                || Character.getType(character) == Character.SURROGATE
                || (character & 0xFFFE) == 0xFFFE
                || (character >= 0xFDD0 && character <= 0xFDEF);
    }

    /** Says whether a character is shown as a blank, although some have another category. */
    static boolean isBlank(int character) {
        return Character.isSpaceChar(character)
                || switch (character) {
                    case ' ', 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
                    default -> false;
                };
    }

    /** Says whether a character has the Unicode property Default_Ignorable_Code_Point and is no blank. */
    static boolean isIgnorable(int character) {
        return Character.getType(character) == Character.FORMAT
                || character == 0x034F
                || (character >= 0x17B4 && character <= 0x17B5)
                || (character >= 0x180B && character <= 0x180F)
                || (character >= 0x2060 && character <= 0x206F)
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xFFF0 && character <= 0xFFF8)
                || (character >= 0xE0000 && character <= 0xE0FFF);
    }

    /** Says whether an invisible character changes how the letters or pictures beside it are written. */
    private static boolean shapesWords(int character) {
        return (character >= 0x200C && character <= 0x200F)
                || character == 0x034F
                || character == 0x061C
                || (character >= 0x180B && character <= 0x180D)
                || character == 0x180F
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0020 && character <= 0xE007F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> false;
            default -> !isBlank(character) && !isIgnorable(character) && character != '\n' && character != '\t';
        };
    }
}

package uk.alongside.foundation.text;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;

/** The words for enum constants in JSON, in addresses and in rows: {@code DID_NOT_ATTEND} is {@code did-not-attend}. */
public final class EnumWords {

    private EnumWords() {}

    /** Says whether constants of this type are written as words: enums of this product, and days of the week. */
    public static boolean writes(Class<?> type) {
        return type.getName().startsWith("uk.alongside.") || type == DayOfWeek.class;
    }

    /** Returns the word of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the constant of a word, or throws {@link IllegalArgumentException}. */
    public static <E extends Enum<E>> E find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No constant of " + type.getSimpleName()));
    }
}

package uk.alongside.conversations.booking;

import java.util.Arrays;
import java.util.Locale;

/** Converts constants to their words in JSON, such as {@code did-not-attend}. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such word."));
    }
}

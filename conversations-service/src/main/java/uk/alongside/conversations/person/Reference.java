package uk.alongside.conversations.person;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Eight characters that a person can read out over the telephone. No two characters of the alphabet look alike. */
record Reference(String text) {

    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Reference random() {
        return new Reference(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining()));
    }
}

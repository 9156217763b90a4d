package uk.alongside.tenant.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * A password that is handed over or mailed once and must be changed at the sign-in. No part of the product keeps it,
 * and its text in a log does not reveal it.
 */
public record OneTimePassword(@JsonValue String value) {

    private static final String EASY_TO_READ_OUT = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Returns a new random password. */
    public static OneTimePassword random() {
        return new OneTimePassword(RANDOM.ints(4 * 5, 0, EASY_TO_READ_OUT.length())
                .mapToObj(i -> String.valueOf(EASY_TO_READ_OUT.charAt(i)))
                .collect(Collectors.joining())
                .replaceAll("(.{5})(?=.)", "$1-"));
    }

    @Override
    public String toString() {
        return "a one-time password";
    }
}

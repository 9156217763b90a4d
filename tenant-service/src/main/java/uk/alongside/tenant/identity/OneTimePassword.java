package uk.alongside.tenant.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * A password that is mailed once and must be changed at the sign-in. It goes into its mail and to Keycloak only: no
 * answer of the API contains it, and its text in a log does not reveal it.
 */
public record OneTimePassword(String value) {

    /** The time after which an unused password is removed. */
    public static final Duration GOOD_FOR = Duration.ofDays(3);

    private static final String EASY_TO_TYPE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Returns a new random password. */
    public static OneTimePassword random() {
        return new OneTimePassword(RANDOM.ints(4 * 5, 0, EASY_TO_TYPE.length())
                .mapToObj(i -> String.valueOf(EASY_TO_TYPE.charAt(i)))
                .collect(Collectors.joining())
                .replaceAll("(.{5})(?=.)", "$1-"));
    }

    @Override
    public String toString() {
        return "a one-time password";
    }
}

package uk.alongside.localstack.demonstration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Choices that are the same each time, because each comes from a hash of the words that name it. */
final class Chance {

    private final String of;

    Chance(String of) {
        this.of = of;
    }

    /** Returns a number from 0 to one less than the bound. */
    int below(int bound, Object... words) {
        var text = of + " " + Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(" "));
        return Math.floorMod(ByteBuffer.wrap(hash(text)).getInt(), bound);
    }

    boolean oneIn(int bound, Object... words) {
        return below(bound, words) == 0;
    }

    <T> T choose(List<T> list, Object... words) {
        return list.get(below(list.size(), words));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

package uk.alongside.conversations.comparison;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A release as tenant-service sent it.
 *
 * @param from the first day of its quarter
 * @param file the exact text that was signed
 * @param family the family in which this council is; null if it is in none
 */
record BenchmarkRelease(
        LocalDate from,
        String file,
        String key,
        String signature,
        @Nullable String family) {

    boolean hasSameBytes(BenchmarkRelease other) {
        return file.equals(other.file) && signature.equals(other.signature) && key.equals(other.key);
    }

    BenchmarkFile content() {
        return BenchmarkFile.read(file);
    }
}

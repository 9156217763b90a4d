package uk.alongside.foundation.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Another clock plus an offset. The file with the offset, for example {@code PT-3H}, is read at each question, so that a
 * test can move the clock of a running service.
 */
final class OffsetClock extends Clock {

    private final Clock real;
    private final Path file;

    OffsetClock(Clock real, Path file) {
        this.real = real;
        this.file = file;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new OffsetClock(real.withZone(zone), file);
    }

    @Override
    public Instant instant() {
        try {
            return real.instant().plus(Duration.parse(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("The offset of the clock cannot be read.", e);
        }
    }
}

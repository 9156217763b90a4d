package uk.alongside.conversations.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/**
 * Whether a council shares sheets, since when, and who decided it. A council shares none until a lead turns sharing on.
 *
 * @param version 0 if no lead has decided yet
 * @param changed the last change; null if there was none
 */
record Sharing(long version, boolean shares, @Nullable Change changed) {

    static final Sharing NEVER = new Sharing(0, false, null);

    /** The time of a change and the member who made it. */
    record Change(Instant at, MemberId by) {}

    /**
     * Returns the periods of a kind whose sheets are due, the earliest first: their day of sealing has come. What ended long
     * before a council began to share is never sealed.
     */
    List<SheetPeriod> due(Sheet kind, Clock clock) {
        if (changed == null) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var since = changed.at().atZone(clock.getZone()).toLocalDate();
        return Stream.iterate(SheetPeriod.of(kind, since).previous(), SheetPeriod::next)
                .takeWhile(period -> !period.sealsOn().isAfter(today))
                .filter(period -> covers(period, clock.getZone()))
                .toList();
    }

    /** Returns whether sharing is on, and was turned on before the day on which the sheet of this period is sealed. */
    boolean covers(SheetPeriod period, ZoneId zone) {
        return shares
                && changed != null
                && changed.at().atZone(zone).toLocalDate().isBefore(period.sealsOn());
    }
}

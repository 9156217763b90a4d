package uk.alongside.conversations.series;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.series.Series.Reason;

/** What is to be known of a day before a session is put on it. */
public sealed interface Flag {

    record BankHoliday(String name) implements Flag {}

    record HubClosed(String why) implements Flag {}

    /** The clocks go forward, and the session would start, end or pause at a time that is left out. */
    record TimeLeftOut(LocalTime time, LocalTime next) implements Flag {}

    /** Another session has the room. */
    record Clash(
            @Nullable String kind,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room) implements Flag {}

    /** Whether a session cannot be held on such a day, whoever wishes it. */
    default boolean forbids() {
        return this instanceof TimeLeftOut || this instanceof Clash;
    }

    /** Why a series leaves out a day with this flag. */
    default Reason reason() {
        return switch (this) {
            case BankHoliday _ -> Reason.BANK_HOLIDAY;
            case HubClosed _ -> Reason.HUB_CLOSED;
            case TimeLeftOut _ -> Reason.CLOCKS;
            case Clash _ -> Reason.CLASH;
        };
    }
}

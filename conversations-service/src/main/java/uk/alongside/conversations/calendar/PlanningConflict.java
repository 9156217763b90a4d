package uk.alongside.conversations.calendar;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A fact about a day that a member should know before a session is planned on it. */
public sealed interface PlanningConflict {

    record BankHoliday(String name) implements PlanningConflict {}

    record HubClosed(String why) implements PlanningConflict {}

    /** The clocks go forward, and the session would start, end or pause at a time that is left out. */
    record TimeLeftOut(LocalTime time, LocalTime next) implements PlanningConflict {}

    /** Another session has the room. */
    record Clash(
            @Nullable String kind,
            LocalTime starts,
            LocalTime ends,
            @Nullable String room) implements PlanningConflict {}

    /** Returns whether this conflict prevents a session on the day. */
    default boolean forbids() {
        return this instanceof TimeLeftOut || this instanceof Clash;
    }
}

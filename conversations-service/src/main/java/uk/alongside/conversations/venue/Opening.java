package uk.alongside.conversations.venue;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A period of one day in which a place is open. A closing time that is not after the opening time is on the next day. */
public record Opening(DayOfWeek day, LocalTime opens, LocalTime closes) {}

package uk.alongside.conversations.hub;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** One stretch of a day on which a hub is open; a closing time that is not after the opening is on the next day. */
public record Opening(DayOfWeek day, LocalTime opens, LocalTime closes) {}

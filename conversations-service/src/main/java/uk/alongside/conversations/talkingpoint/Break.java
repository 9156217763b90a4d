package uk.alongside.conversations.talkingpoint;

import java.time.LocalTime;

/** A stretch of a session in which nobody is booked. */
record Break(LocalTime starts, LocalTime ends) {}

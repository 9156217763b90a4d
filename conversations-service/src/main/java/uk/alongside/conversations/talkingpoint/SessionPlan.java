package uk.alongside.conversations.talkingpoint;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What somebody wants to hold: a day, local times, the length of a slot. An end at 00:00 is the midnight after. */
record SessionPlan(
        LocalDate date,
        LocalTime starts,
        LocalTime ends,
        int slotMinutes,
        int placesPerSlot,
        @Nullable String room) {}

package uk.alongside.conversations.talkingpoint;

import java.time.LocalDate;

/** What somebody wants to hold once. */
record SessionPlan(LocalDate date, Arrangement arrangement) {}

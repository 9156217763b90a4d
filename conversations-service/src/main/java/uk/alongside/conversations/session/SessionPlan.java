package uk.alongside.conversations.session;

import java.time.LocalDate;

/** What somebody wants to hold once. */
public record SessionPlan(LocalDate date, SessionPattern pattern) {}

package uk.alongside.conversations.session;

import java.time.LocalDate;

/** The plan of one session: its day and its pattern. */
public record SessionPlan(LocalDate date, SessionPattern pattern) {}

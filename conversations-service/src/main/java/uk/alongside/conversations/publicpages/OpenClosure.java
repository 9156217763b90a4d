package uk.alongside.conversations.publicpages;

import java.time.LocalDate;
import java.util.UUID;

/** The days on which a place is closed outside its usual week. */
record OpenClosure(UUID hub, LocalDate first, LocalDate last) {}

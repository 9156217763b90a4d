package uk.alongside.conversations.series;

/** The way in which a series repeats. */
enum Frequency {
    WEEKLY,
    MONTHLY,
    DATES
}

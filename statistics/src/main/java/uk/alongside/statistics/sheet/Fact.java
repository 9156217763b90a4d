package uk.alongside.statistics.sheet;

import java.util.List;

/**
 * A fact about a resident. On one sheet, a resident is in at most one cell of each fact. A person who came without
 * giving a name is in none.
 */
public enum Fact {
    /** Days from asking to the first conversation. */
    WAIT("same-day", "1-5-days", "6-10-days", "11-20-days", "21-28-days", "29-56-days", "over-56-days"),
    /** How the first booking ended. */
    FIRST_BOOKING("attended", "did-not-attend", "cancelled"),
    /** How the person came to the first conversation. */
    ARRIVAL("booked", "walked-in", "introduced"),
    /** Outcome of the first finished conversation. */
    OUTCOME("information-or-community", "other-council-service", "assessment", "support", "declined-or-other"),
    /** Whether the first finished conversation agreed a next step. */
    NEXT_STEP("agreed", "none"),
    /** Whether the first finished conversation offered a connection to a group, place or activity. */
    CONNECTION_OFFERED("offered", "not-offered"),
    /** The answer to "Did you feel listened to?". */
    LISTENED_TO("yes", "partly", "no"),
    /** The answer to "Did we talk about the things that are important to you?". */
    IMPORTANT_DISCUSSED("yes", "partly", "no"),
    /** The answer to "Do you know what happens next?". */
    KNOWS_NEXT("yes", "partly", "no"),
    /** Whether the person asked again within 90 days of a conversation that was finished in the quarter before. */
    ASKED_AGAIN("asked-again", "did-not"),
    /** Whether the first connection of the year was taken up when it was followed up. */
    CONNECTION_TAKEN_UP("taken-up", "not-taken-up"),
    /** Change in satisfaction with life (ONS4), between the baseline and the first follow-up. */
    SATISFIED(Change.CELLS),
    /** Change in how worthwhile the person finds what they do (ONS4). */
    WORTHWHILE(Change.CELLS),
    /** Change in happiness (ONS4). */
    HAPPY(Change.CELLS),
    /** Change in anxiety (ONS4). Less anxiety is better. */
    ANXIOUS(Change.CELLS),
    /** Change in loneliness (sum of the three UCLA questions). A smaller sum is better. */
    LONELY("worse", "same", "better");

    /** The cells of a change on a scale from 0 to 10. */
    private static final class Change {

        private static final String[] CELLS = {"worse", "same", "better-by-1-or-2", "better-by-3-or-more"};
    }

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the checker cannot see
    private final List<String> cells;

    Fact(String... cells) {
        this.cells = List.of(cells);
    }

    /** Returns the names of its cells, in the order in which they stand on a sheet. */
    public List<String> cells() {
        return cells;
    }
}

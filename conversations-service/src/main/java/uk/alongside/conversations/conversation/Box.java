package uk.alongside.conversations.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;

/**
 * The box of a record under one prompt, and its text.
 *
 * @param version 0 for a box in which no member has written yet
 * @param fromTool whether the member said that the text comes from a tool
 * @param change who wrote last, and when; null for a box in which no member has written yet
 */
record Box(
        String prompt,
        String text,
        boolean fromTool,
        long version,
        @Nullable Change change) {

    record Change(Instant at, MemberId by) {}

    static Box unwritten(String prompt) {
        return new Box(prompt, "", false, 0, null);
    }

    /** Returns whether this box has the content of the other one. The authors and times may differ. */
    boolean holds(Box other) {
        return text.equals(other.text) && fromTool == other.fromTool;
    }

    /** Leaves the text out, because records are written to logs. */
    @Override
    public String toString() {
        return "Box[prompt=" + prompt + ", version=" + version + "]";
    }
}

package uk.alongside.statistics.sheet;

import java.util.List;

/** The groups by which some facts are broken down once a year. */
public enum Split {
    /** Age at the event. A person whose date of birth is not known is in no group. */
    AGE("under-65", "65-to-84", "85-or-over"),
    /** The kind of talking point, by the codes of the blueprint. A kind that the council made itself is "other". */
    KIND("conversation", "drop-in", "follow-up", "other");

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the checker cannot see
    private final List<String> groups;

    Split(String... groups) {
        this.groups = List.of(groups);
    }

    /** Returns the names of its groups, in the order in which they stand on a sheet. */
    public List<String> groups() {
        return groups;
    }
}

package uk.alongside.foundation.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What a member does for a council. This is the one table from roles to authorities. */
public enum Role {
    /** Sessions, bookings and contact details; never what was said in a conversation. */
    HUB_STAFF(
            "hub-staff",
            "hub:read",
            "session:read",
            "session:write",
            "booking:read",
            "booking:write",
            "person:read",
            "person:write"),

    /** What hub staff do, and the conversations and outcomes of people. */
    PRACTITIONER(
            "practitioner",
            "hub:read",
            "session:read",
            "session:write",
            "booking:read",
            "booking:write",
            "person:read",
            "person:write"),

    /** Set-up, figures and staff; not a person's record. */
    LEAD(
            "lead",
            "hub:read",
            "hub:write",
            "session:read",
            "session:write",
            "slot:extend",
            "council:set-up",
            "member:read",
            "member:write",
            "blueprint:write",
            "audit:read"),

    /** Figures only. */
    VIEWER("viewer");

    /** What the operator of the product may do; a role of the realm, never of a member. */
    public static final String OPERATE = "council:operate";

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the checker cannot see
    private final Set<String> authorities;

    Role(String word, String... authorities) {
        this.word = word;
        var all = new TreeSet<>(Set.of(authorities));
        all.add("council:read");
        this.authorities = Collections.unmodifiableSet(all);
    }

    /** The word for this role in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    /** What a member with this role may do; the words that endpoints ask for. */
    public Set<String> authorities() {
        return authorities;
    }

    /** The role of this word, as in JSON and in the database. */
    @JsonCreator
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such role."));
    }
}

package uk.alongside.foundation.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import uk.alongside.foundation.text.EnumWords;

/** A member's role in a council. This is the one table from roles to authorities. */
public enum Role {
    /** Sessions, bookings and contact details, and concerns that they write; never what was said in a conversation. */
    HUB_STAFF("hub-staff", Role.HUB_WORK),

    /** All that hub staff may do, and people's conversations and outcomes. */
    PRACTITIONER("practitioner", Role.HUB_WORK + " conversation:read conversation:write concern:read figures:read"),

    /** Set-up, figures and staff; not a person's record. */
    LEAD("lead", """
            asset:read asset:write hub:read hub:write session:read session:write slot:extend council:set-up
            member:read member:write blueprint:write audit:read figures:read figures:write overdue:read person:merge
            reader:write sheet:read sheet:write introduction:read introduction:write"""),

    /** Figures only. */
    VIEWER("viewer", "figures:read"),

    /** Read access to hubs and sessions, for the product's support while the council grants it; no residents' data. */
    SUPPORT("support", "hub:read session:read"),

    /** Read access to people and bookings too, for support that a lead has allowed to see them. */
    SUPPORT_WITH_RESIDENTS("support-with-residents", "hub:read session:read booking:read person:read");

    /** The authority of the product's operator: a role of the realm, never of a member. */
    public static final String OPERATE = "council:operate";

    private static final String HUB_WORK = """
            asset:read hub:read session:read session:write booking:read booking:write person:read person:write
            concern:write""";

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which the checker cannot see
    private final Set<String> authorities;

    Role(String word, String authorities) {
        this.word = word;
        var all = new TreeSet<>(Set.of("council:read"));
        Arrays.stream(authorities.split("\\s+"))
                .filter(authority -> !authority.isEmpty())
                .forEach(all::add);
        this.authorities = Collections.unmodifiableSet(all);
    }

    /** Returns true for the roles that only a support grant gives, and false for the roles of staff. */
    public boolean isSupport() {
        return this == SUPPORT || this == SUPPORT_WITH_RESIDENTS;
    }

    /** Returns true for the roles whose members sign in with a second factor besides their password. */
    public boolean needsSecondFactor() {
        return this == LEAD || this == PRACTITIONER;
    }

    /** Returns the word for this role in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Returns the authorities of a member with this role; endpoints ask for one of them. */
    public Set<String> authorities() {
        return authorities;
    }

    /** Returns the role of a word, as in JSON and in the database. */
    @JsonCreator
    public static Role of(String word) {
        return EnumWords.find(Role.class, word);
    }
}

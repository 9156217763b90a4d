package uk.alongside.conversations.person;

import java.util.List;

/**
 * A person as the board shows them. If the person was merged into another one, the card has their own id, and all else of
 * the person kept.
 */
public record PersonCard(PersonId id, String name, String reference, List<Need> needs) {

    public PersonCard {
        needs = List.copyOf(needs);
    }

    static PersonCard of(PersonId id, Person kept) {
        return new PersonCard(id, kept.name(), kept.reference(), kept.needs());
    }

    /** Leaves out the name, since this text appears in logs. */
    @Override
    public String toString() {
        return "PersonCard[id=" + id + "]";
    }
}

package uk.alongside.conversations.person;

import java.util.List;

/** A person as the board shows them. */
public record PersonCard(PersonId id, String name, String reference, List<Need> needs) {

    public PersonCard {
        needs = List.copyOf(needs);
    }

    static PersonCard of(Person person) {
        return new PersonCard(person.id(), person.name(), person.reference(), person.needs());
    }

    /** Leaves out the name, since this text appears in logs. */
    @Override
    public String toString() {
        return "PersonCard[id=" + id + "]";
    }
}

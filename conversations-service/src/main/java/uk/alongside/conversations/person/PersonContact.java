package uk.alongside.conversations.person;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a person.
 *
 * @param noContact whether the person asked not to be contacted, or gave no telephone number and no email address
 */
public record PersonContact(
        PersonId id,
        String name,
        String reference,
        @Nullable String phone,
        @Nullable String email,
        boolean noContact) {

    static PersonContact of(Person person) {
        var details = person.details();
        return new PersonContact(
                person.id(), person.name(), person.reference(), details.phone(), details.email(), details.noContact());
    }

    /** Leaves out the name and how to reach the person, since this text appears in logs. */
    @Override
    public String toString() {
        return "PersonContact[id=" + id + "]";
    }
}

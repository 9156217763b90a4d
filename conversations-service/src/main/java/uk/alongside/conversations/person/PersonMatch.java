package uk.alongside.conversations.person;

import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.identifier.Phone;

/**
 * A person whom a search found, with just enough to distinguish them from others.
 *
 * @param phoneEnding the last three digits of the phone number
 */
public record PersonMatch(
        PersonId id,
        String reference,
        String name,
        @Nullable Integer bornYear,
        @Nullable String street,
        @Nullable String phoneEnding) {

    static PersonMatch of(Person person) {
        var born = person.details().dateOfBirth();
        return new PersonMatch(
                person.id(),
                person.reference(),
                person.name(),
                born == null ? null : born.getYear(),
                person.details().street(),
                person.phone().map(Phone::ending).orElse(null));
    }

    /** Leaves out the name, since this text appears in logs. */
    @Override
    public String toString() {
        return "PersonMatch[id=" + id + "]";
    }
}

package uk.alongside.conversations.person;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person, as the API shows them to staff. */
@Schema(name = "Person")
record PersonView(
        PersonId id,
        String reference,
        String firstName,
        @Nullable String lastName,
        String name,
        @Nullable String phone,
        @Nullable String email,
        boolean noContact,
        @Nullable LocalDate dateOfBirth,
        @Nullable String street,

        @Nullable @Schema(description = "The ten digits of the NHS number", example = "9434765919")
        String nhsNumber,

        List<Need> needs,
        @Nullable String needsNote,

        @Nullable @Schema(description = "The person kept, if this one was merged into another; absent otherwise")
        PersonId mergedInto,

        long version) {

    static PersonView of(Person person) {
        return of(person, null);
    }

    static PersonView of(Person person, @Nullable PersonId mergedInto) {
        var details = person.details();
        return new PersonView(
                person.id(),
                person.reference(),
                details.firstName(),
                details.lastName(),
                person.name(),
                details.phone(),
                details.email(),
                details.noContact(),
                details.dateOfBirth(),
                details.street(),
                details.nhsNumber(),
                details.needs(),
                details.needsNote(),
                mergedInto,
                person.version());
    }

    /** Leaves out the name, since this text appears in logs. */
    @Override
    public String toString() {
        return "PersonView[id=" + id + "]";
    }
}

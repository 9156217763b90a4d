package uk.alongside.conversations.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the details of Margaret, who can be telephoned unless the test says otherwise. */
final class PersonDetailsBuilder {

    private String firstName = "Margaret";
    private @Nullable String phone = "07700 900123";
    private @Nullable String email;
    private boolean noContact;
    private @Nullable LocalDate dateOfBirth;
    private @Nullable String street;
    private @Nullable String nhsNumber;
    private List<Need> needs = List.of();

    static PersonDetailsBuilder details() {
        return new PersonDetailsBuilder();
    }

    PersonDetailsBuilder called(String firstName) {
        this.firstName = firstName;
        return this;
    }

    PersonDetailsBuilder phone(@Nullable String phone) {
        this.phone = phone;
        return this;
    }

    PersonDetailsBuilder email(String email) {
        this.email = email;
        return this;
    }

    PersonDetailsBuilder wantingNoContact() {
        this.noContact = true;
        return this;
    }

    PersonDetailsBuilder born(String date) {
        this.dateOfBirth = LocalDate.parse(date);
        return this;
    }

    PersonDetailsBuilder livingIn(String street) {
        this.street = street;
        return this;
    }

    PersonDetailsBuilder nhsNumber(String nhsNumber) {
        this.nhsNumber = nhsNumber;
        return this;
    }

    PersonDetailsBuilder needing(Need... needs) {
        this.needs = List.of(needs);
        return this;
    }

    PersonDetails build() {
        return new PersonDetails(
                firstName, "Ellison", phone, email, noContact, dateOfBirth, street, nhsNumber, needs, null);
    }
}

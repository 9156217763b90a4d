package uk.alongside.conversations.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The details that staff record about a person. */
record PersonDetails(
        String firstName,
        @Nullable String lastName,
        @Nullable String phone,
        @Nullable String email,
        boolean noContact,
        @Nullable LocalDate dateOfBirth,
        @Nullable String street,
        @Nullable String nhsNumber,
        List<Need> needs,
        @Nullable String needsNote) {

    PersonDetails {
        needs = needs.stream().distinct().sorted().toList();
    }

    boolean canBeContacted() {
        return phone != null || email != null;
    }

    /** Leaves out the name, since this text appears in logs. */
    @Override
    public String toString() {
        return "PersonDetails[]";
    }
}

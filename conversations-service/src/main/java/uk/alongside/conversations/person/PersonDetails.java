package uk.alongside.conversations.person;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The details that staff record about a person. */
record PersonDetails(
        String firstName,
        String lastName,
        @Nullable String phone,
        @Nullable String email,
        boolean noContact,
        @Nullable LocalDate dateOfBirth,
        List<Need> needs,
        @Nullable String needsNote) {

    PersonDetails {
        firstName = tidy(firstName);
        lastName = tidy(lastName);
        phone = tidyOrNull(phone);
        email = tidyOrNull(email);
        needs = needs.stream().distinct().sorted().toList();
        needsNote = tidyOrNull(needsNote);
    }

    boolean canBeContacted() {
        return phone != null || email != null;
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static @Nullable String tidyOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : tidy(text);
    }

    /** Leaves out the name, since this text appears in logs. */
    @Override
    public String toString() {
        return "PersonDetails[]";
    }
}

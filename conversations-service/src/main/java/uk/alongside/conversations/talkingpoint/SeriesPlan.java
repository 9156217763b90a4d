package uk.alongside.conversations.talkingpoint;

import java.time.LocalDate;
import java.util.Set;

/** What somebody wants to hold again and again; days of a holiday or closure are left out unless kept. */
record SeriesPlan(Recurrence recurrence, Arrangement arrangement, Set<LocalDate> skip, Set<LocalDate> keep) {

    SeriesPlan {
        skip = Set.copyOf(skip);
        keep = Set.copyOf(keep);
    }

    SeriesPlan as(Arrangement found) {
        return new SeriesPlan(recurrence, found, skip, keep);
    }
}

package uk.alongside.conversations.series;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import uk.alongside.conversations.session.SessionPattern;

/**
 * What somebody wants to hold again and again; days of a holiday or closure are left out unless kept. Days are in order,
 * so that the same request is written the same way by every replica.
 */
record SeriesPlan(Recurrence recurrence, SessionPattern pattern, Set<LocalDate> skip, Set<LocalDate> keep) {

    SeriesPlan {
        skip = Collections.unmodifiableSortedSet(new TreeSet<>(skip));
        keep = Collections.unmodifiableSortedSet(new TreeSet<>(keep));
    }

    SeriesPlan withPattern(SessionPattern resolved) {
        return new SeriesPlan(recurrence, resolved, skip, keep);
    }
}

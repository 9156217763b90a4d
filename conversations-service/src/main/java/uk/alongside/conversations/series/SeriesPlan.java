package uk.alongside.conversations.series;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import uk.alongside.conversations.session.SessionPattern;

/**
 * The plan of a series; days of a holiday or closure are left out unless they are kept. Days are in order, so that
 * every replica writes the same request in the same way.
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

package uk.alongside.foundation.wall;

import java.util.Collection;
import java.util.stream.Collectors;
import liquibase.changelog.RanChangeSet;

/** The database was made by another version: its change log holds change sets that this release does not have. */
final class UnknownChangeSets extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 3;

    UnknownChangeSets(Collection<RanChangeSet> unknown) {
        super("This database holds " + unknown.size() + " change sets that this release does not have ("
                + unknown.stream().limit(NAMED).map(RanChangeSet::getId).collect(Collectors.joining(", "))
                + (unknown.size() > NAMED ? ", ..." : "")
                + "). Another version made it. Nothing was changed. Use the version that made it, or a new database.");
    }
}

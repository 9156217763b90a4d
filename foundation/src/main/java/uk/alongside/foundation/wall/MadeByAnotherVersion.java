package uk.alongside.foundation.wall;

import java.util.Collection;
import java.util.stream.Collectors;

/** The database was made by another version: its change sets are not, or not exactly, those of this release. */
final class MadeByAnotherVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 3;

    /** Creates the exception from the change sets that differ, each named by its id. */
    MadeByAnotherVersion(Collection<String> changeSets) {
        super("This database holds " + changeSets.size()
                + (changeSets.size() == 1 ? " change set" : " change sets")
                + " that this release does not have in this form ("
                + changeSets.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (changeSets.size() > NAMED ? ", ..." : "")
                + "). Another version made it. Nothing was changed. Use the version that made it, or a new database.");
    }
}

package uk.alongside.conversations.hubimport;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubDetails;
import uk.alongside.conversations.hub.Opening;

/** The result of an import, or of a dry run. */
public record HubImport(
        boolean dryRun,

        @Nullable @Schema(description = "By which it can be undone for a day; not for a dry run")
        UUID importId,

        int rows,
        int added,
        int changed,
        int unchanged,
        List<Line> preview,
        List<HubFile.Remark> errors,
        int errorCount,
        List<HubFile.Remark> remarks,
        int remarkCount) {

    /** One venue of the file, and what the import does with it. */
    record Line(
            Change change,
            String name,
            List<String> address,
            String postcode,
            @Nullable String uprn,
            @Nullable String coLocatedWith,
            @Nullable String website,
            List<Opening> openingHours) {

        static Line of(Change change, HubDetails hub) {
            return new Line(
                    change,
                    hub.name(),
                    hub.address(),
                    hub.postcode(),
                    hub.uprn(),
                    hub.coLocatedWith(),
                    hub.website(),
                    hub.openingHours().openings());
        }
    }

    enum Change {
        ADDED,
        CHANGED,
        UNCHANGED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean hasErrors() {
        return errorCount > 0;
    }
}

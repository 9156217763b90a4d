package uk.alongside.conversations.hubimport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubDetails;
import uk.alongside.conversations.venue.Opening;

/**
 * The result that the import of a file would have.
 *
 * @param preview the first venues of the file
 * @param errors the first errors; with one error, nothing is imported
 * @param remarks the first remarks about cells that are left out
 */
record HubImportReport(
        @Schema(description = "How many rows the file has, without the header")
        int rows,

        int added,
        int changed,
        int unchanged,

        @Schema(description = "The first 5 venues") List<Line> preview,

        @Schema(description = "The first 200 errors") List<HubFile.Remark> errors,

        int errorCount,

        @Schema(description = "How many rows have an error; the header is a row")
        int errorRows,

        @Schema(description = "The first 200 remarks") List<HubFile.Remark> remarks,

        int remarkCount,

        @Schema(description = "How many rows have a remark") int remarkRows) {

    /** One venue of the file, and what the import does with it. */
    @Schema(name = "HubImportLine")
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
        UNCHANGED
    }

    boolean hasErrors() {
        return errorCount > 0;
    }
}

package uk.alongside.tenant.authorityfact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.authorityfact.FactImportRefusal.HasErrors;

/**
 * The result that the import of a file would have, in the form of every import.
 *
 * @param preview the first rows of the file
 * @param errors the first errors; with one error, nothing is imported
 */
@Schema(name = "AuthorityFactReport")
record FactReport(
        @Schema(description = "How many rows the file has, without the header")
        int rows,

        int added,

        @Schema(description = "Always 0: a fact is never changed")
        int changed,

        int unchanged,

        @Schema(description = "The first 5 rows") List<Line> preview,

        @Schema(description = "The first 200 errors") List<Remark> errors,

        int errorCount,

        @Schema(description = "How many rows have an error; the header is a row")
        int errorRows,

        @Schema(description = "Always empty: no cell is left out")
        List<Remark> remarks,

        int remarkCount,
        int remarkRows) {

    private static final int PREVIEWED = 5;
    private static final int SAID = 200;

    /** One row of the file, and what the import does with it. */
    @Schema(name = "AuthorityFactLine")
    record Line(
            Change change,

            @Schema(description = "The code of the authority")
            String name,

            @Schema(description = "The measure, the value, the day and the source")
            List<String> about) {

        static Line of(Change change, AuthorityFact fact) {
            return new Line(
                    change,
                    fact.code(),
                    List.of(
                            fact.measure(),
                            fact.value().toPlainString(),
                            fact.asOf().toString(),
                            fact.source()));
        }
    }

    /** The effects that the import of a row has. */
    enum Change {
        ADDED,
        UNCHANGED
    }

    /** An error of a cell, of a row (no column) or of the file (row 1). */
    @Schema(name = "AuthorityFactRemark")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Remark(
            int row,
            @Nullable String column,

            @Schema(description = "What the cell says, shortened; absent for an error that is not about one cell")
            @Nullable
            String value,

            String message) {}

    static FactReport of(FactFile file, List<Line> lines) {
        return new FactReport(
                file.lines(),
                count(lines, Change.ADDED),
                0,
                count(lines, Change.UNCHANGED),
                lines.stream().limit(PREVIEWED).toList(),
                file.errors().stream().limit(SAID).toList(),
                file.errors().size(),
                Math.toIntExact(
                        file.errors().stream().map(Remark::row).distinct().count()),
                List.of(),
                0,
                0);
    }

    /** Rejects a file with an error, so that nothing of it is imported. */
    void refuseErrors() {
        if (errorCount > 0) {
            throw new HasErrors(this).refused();
        }
    }

    private static int count(List<Line> lines, Change change) {
        return Math.toIntExact(
                lines.stream().filter(line -> line.change() == change).count());
    }
}

package uk.alongside.conversations.csvimport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import uk.alongside.conversations.csvimport.ImportRefusal.HasErrors;

/**
 * The result that the import of a file would have.
 *
 * @param preview the first rows of the file
 * @param errors the first errors; with one error, nothing is imported
 * @param remarks the first remarks about cells that are left out
 */
public record ImportReport(
        @Schema(description = "How many rows the file has, without the header")
        int rows,

        int added,
        int changed,
        int unchanged,

        @Schema(description = "The first 5 rows") List<Line> preview,

        @Schema(description = "The first 200 errors") List<Remark> errors,

        int errorCount,

        @Schema(description = "How many rows have an error; the header is a row")
        int errorRows,

        @Schema(description = "The first 200 remarks") List<Remark> remarks,

        int remarkCount,

        @Schema(description = "How many rows have a remark") int remarkRows) {

    private static final int PREVIEWED = 5;
    private static final int SAID = 200;

    /** One row of the file, and what the import does with it. */
    @Schema(name = "ImportLine")
    public record Line(
            Change change,
            String name,

            @Schema(description = "The details by which a reader recognises the row")
            List<String> about) {}

    /** The effects that the import of a row has. */
    public enum Change {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /** Returns the report on a file, of which each line has been compared with what is there. */
    public static ImportReport of(CsvFile file, List<Line> lines) {
        return new ImportReport(
                file.rows(),
                count(lines, Change.ADDED),
                count(lines, Change.CHANGED),
                count(lines, Change.UNCHANGED),
                lines.stream().limit(PREVIEWED).toList(),
                first(file.errors()),
                file.errors().size(),
                rows(file.errors()),
                first(file.remarks()),
                file.remarks().size(),
                rows(file.remarks()));
    }

    /** Rejects a file with an error, so that nothing of it is imported. */
    public void refuseErrors() {
        if (errorCount > 0) {
            throw new HasErrors(this).refused();
        }
    }

    private static int count(List<Line> lines, Change change) {
        return Math.toIntExact(
                lines.stream().filter(line -> line.change() == change).count());
    }

    private static int rows(List<Remark> remarks) {
        return Math.toIntExact(remarks.stream().map(Remark::row).distinct().count());
    }

    private static List<Remark> first(List<Remark> remarks) {
        return remarks.stream().limit(SAID).toList();
    }
}

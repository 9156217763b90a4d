package uk.alongside.conversations.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

/** The sharing of the council as an answer shows it. */
@Schema(name = "SheetSharing")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SharingView(
        @Schema(description = "Whether the council shares its figures")
        boolean shares,

        @Nullable @Schema(description = "When sharing was last turned on or off; absent if it never was")
        Instant changedAt,

        @Nullable String changedByName,

        @Schema(description = "The sheets that are sealed next, one of each kind")
        List<NextSheetView> next,

        @Schema(description = "What each year has cost, the latest year first")
        List<YearView> years,

        @Schema(description = "The version to send in If-Match; 0 if sharing was never turned on")
        long version) {

    @Schema(name = "NextSheet", description = "A sheet that is not sealed yet")
    record NextSheetView(
            Sheet kind,
            LocalDate from,

            @Schema(description = "The last day of the period")
            LocalDate to,

            @Schema(description = "The day on which it is sealed if sharing was turned on before")
            LocalDate sealsOn,

            @Schema(description = "Whether it will be sealed on that day as things are now")
            boolean willBeSealed) {

        static NextSheetView of(SheetPeriod period, boolean willBeSealed) {
            return new NextSheetView(period.kind(), period.from(), period.lastDay(), period.sealsOn(), willBeSealed);
        }
    }

    @Schema(name = "SheetYear", description = "A year from April to March and what its sheets have cost in privacy")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record YearView(
            LocalDate from,
            LocalDate to,

            @Schema(description = "How many sheets of the year are sealed, corrections included")
            int sealed,

            @Schema(description = "How much of the year's limit they have used, in percent")
            int usedPercent,

            @Schema(
                    description =
                            "How much of the limit is kept for sheets of the year that are not sealed yet, in percent")
            int keptPercent,

            @Schema(description = "Whether a sheet of this year can be corrected")
            boolean correctable,

            @Nullable @Schema(description = "The correction of this year; absent if there is none")
            CorrectionView correction) {}

    @Schema(name = "SheetCorrection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CorrectionView(
            Sheet kind,
            LocalDate from,
            LocalDate to,
            String reason,
            Instant askedAt,
            @Nullable String askedByName,

            @Schema(description = "Whether the sheet was drawn again")
            boolean drawn) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "CorrectionView[" + kind + " " + from + "]";
        }
    }

    /** Leaves the names out, because records are written to logs. */
    @Override
    public String toString() {
        return "SharingView[version=" + version + "]";
    }
}

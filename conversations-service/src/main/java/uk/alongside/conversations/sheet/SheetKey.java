package uk.alongside.conversations.sheet;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

/**
 * The identity of a sheet in its council.
 *
 * @param from the first day of its period
 * @param specification the version of the facts and cells
 * @param version 1, or 2 for the correction
 */
record SheetKey(Sheet kind, LocalDate from, int specification, int version) {

    private static final int CORRECTION = 2;

    static SheetKey first(SheetPeriod period) {
        return new SheetKey(period.kind(), period.from(), SheetLayout.SPECIFICATION, 1);
    }

    /** Returns the identity of the sheet that corrects this one. */
    SheetKey corrected() {
        return new SheetKey(kind, from, specification, CORRECTION);
    }

    boolean isCorrection() {
        return version == CORRECTION;
    }

    SheetPeriod period() {
        return new SheetPeriod(kind, from);
    }

    /** Returns whether a sheet of this specification can have this identity and number of cells. */
    boolean allows(int cells) {
        return specification == SheetLayout.SPECIFICATION
                && (version == 1 || version == CORRECTION)
                && SheetPeriod.begins(kind, from)
                && cells == SheetLayout.of(kind).cells();
    }

    /** Returns the id of the sheet in the audit, the same in every council. */
    UUID auditId() {
        return UUID.nameUUIDFromBytes(words().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the identity in words, for the audit. */
    String words() {
        return EnumWords.of(kind) + " " + from + " " + specification + "." + version;
    }
}

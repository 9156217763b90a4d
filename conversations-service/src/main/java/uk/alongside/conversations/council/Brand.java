package uk.alongside.conversations.council;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Colours of the council's own band, readable by everybody: tenant-service has seen to it. */
public record Brand(
        @NotNull @Pattern(regexp = Brand.COLOUR) String band,
        @NotNull @Pattern(regexp = Brand.COLOUR) String onBand,
        @NotNull @Pattern(regexp = Brand.COLOUR) String line,
        @Nullable @Pattern(regexp = Brand.COLOUR) String plate) {

    static final String COLOUR = "#[0-9A-F]{6}";

    /** The product's own, for a council that chose none. */
    public static final Brand USUAL = new Brand("#0F5257", "#FFFFFF", "#0F5257", "#FFFFFF");

    /** What a logo stands on; white unless the logo itself is. */
    public String underLogo() {
        return plate == null ? "#FFFFFF" : plate;
    }
}

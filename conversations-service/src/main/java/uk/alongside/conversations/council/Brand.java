package uk.alongside.conversations.council;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The colours of the council's own headerColour. Everyone can read text in them: tenant-service has checked the contrast. */
public record Brand(
        @NotNull @Pattern(regexp = Brand.COLOUR) @TypedText(TextKind.CODE)
        String headerColour,

        @NotNull @Pattern(regexp = Brand.COLOUR) @TypedText(TextKind.CODE)
        String headerTextColour,

        @NotNull @Pattern(regexp = Brand.COLOUR) @TypedText(TextKind.CODE)
        String borderColour,

        @Nullable @Pattern(regexp = Brand.COLOUR) @TypedText(TextKind.CODE)
        String logoBackground) {

    static final String COLOUR = "#[0-9A-F]{6}";

    /** The product's own colours, for a council that chose none. */
    public static final Brand USUAL = new Brand("#0F5257", "#FFFFFF", "#0F5257", "#FFFFFF");

    /** Returns the colour behind a logo: white, unless the logo itself is white. */
    public String underLogo() {
        return logoBackground == null ? "#FFFFFF" : logoBackground;
    }
}

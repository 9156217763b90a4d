package uk.alongside.tenant.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.brand.Colour;
import uk.alongside.tenant.brand.Palette;

/**
 * The colours of the header of a council's pages: the chosen colour, and those that follow from it so that everyone can
 * read the header.
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Brand(
        @Nullable String colour,
        String headerColour,
        String headerTextColour,
        String borderColour,
        String logoBackground) {

    /** The product's own green, for a council that chose no colour. */
    private static final String GREEN = "#0F5257";

    static final Brand USUAL = of(null, false);

    static Brand of(@Nullable String colour, boolean paleLogo) {
        var palette = Palette.of(Colour.of(colour == null ? GREEN : colour));
        return new Brand(
                colour == null ? null : palette.headerColour().hex(),
                palette.headerColour().hex(),
                palette.headerTextColour().hex(),
                palette.borderColour().hex(),
                palette.logoBackground(paleLogo).hex());
    }
}

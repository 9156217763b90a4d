package uk.alongside.tenant.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.brand.Colour;
import uk.alongside.tenant.brand.Palette;

/**
 * The colours of the brand zone: the chosen one, and those that follow from it so that everybody can read the zone. The
 * plate is the background of the logo.
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Brand(
        @Nullable String colour,
        @Column(name = "header_colour") String band,
        @Column(name = "header_text_colour") String onBand,
        @Column(name = "border_colour") String line,
        @Column(name = "logo_background") String plate) {

    /** The product's own green, for a council that chose no colour. */
    private static final String GREEN = "#0F5257";

    static final Brand USUAL = of(null, false);

    static Brand of(@Nullable String colour, boolean paleLogo) {
        var palette = Palette.of(Colour.of(colour == null ? GREEN : colour));
        return new Brand(
                colour == null ? null : palette.band().hex(),
                palette.band().hex(),
                palette.onBand().hex(),
                palette.line().hex(),
                palette.plateFor(paleLogo).hex());
    }
}

package uk.alongside.tenant.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The colours of the brand zone: the one that was chosen, and what is made of it so that everybody can read it. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Brand(@Nullable String colour, String band, String onBand, String line, String plate) {

    /** The product's own green, for a council that chose nothing. */
    static final Brand USUAL = new Brand(null, "#0F5257", "#FFFFFF", "#0F5257", "#FFFFFF");
}

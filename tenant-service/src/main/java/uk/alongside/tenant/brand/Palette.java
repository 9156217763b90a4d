package uk.alongside.tenant.brand;

/** The colours that follow from one colour: a header with readable text on it, and a border that is visible on white. */
public record Palette(Colour headerColour, Colour headerTextColour, Colour borderColour) {

    /** The contrast that text and thin lines need (WCAG 2.2, AA). */
    public static final double READABLE = 4.5;

    /** The contrast with white below which a colour counts as white. */
    private static final double NEARLY_WHITE = 1.2;

    private static final double STEP = 0.01;

    public static Palette of(Colour chosen) {
        return new Palette(chosen, textOn(chosen), seenOnWhite(chosen));
    }

    /**
     * Returns the colour of text. White or black is always readable; the product's ink is preferred where it is
     * readable.
     */
    private static Colour textOn(Colour header) {
        if (header.contrast(Colour.WHITE) >= READABLE) {
            return Colour.WHITE;
        }
        return header.contrast(Colour.INK) >= READABLE ? Colour.INK : Colour.BLACK;
    }

    private static Colour seenOnWhite(Colour chosen) {
        var line = chosen;
        for (int steps = 1; line.contrast(Colour.WHITE) < READABLE; steps++) {
            line = chosen.darkerBy(steps * STEP);
        }
        return line;
    }

    public boolean isNearlyWhite() {
        return headerColour.contrast(Colour.WHITE) < NEARLY_WHITE;
    }

    /** Returns the background of a logo: white, unless the logo is white too. */
    public Colour logoBackground(boolean paleLogo) {
        if (!paleLogo) {
            return Colour.WHITE;
        }
        return headerColour.contrast(Colour.WHITE) >= 3 ? headerColour : borderColour;
    }
}

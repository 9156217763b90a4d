package uk.alongside.tenant.brand;

/** What is made of one colour: a band with text that can be read on it, and a line that can be seen on white. */
public record Palette(Colour band, Colour onBand, Colour line) {

    /** What text and thin things need (WCAG 2.2, AA). */
    public static final double READABLE = 4.5;

    /** Closer to white than this is taken for white. */
    private static final double NEARLY_WHITE = 1.2;

    private static final double STEP = 0.01;

    public static Palette of(Colour chosen) {
        return new Palette(chosen, textOn(chosen), seenOnWhite(chosen));
    }

    /** White or black is always readable; the product's ink is not, and is taken where it is. */
    private static Colour textOn(Colour band) {
        if (band.contrast(Colour.WHITE) >= READABLE) {
            return Colour.WHITE;
        }
        return band.contrast(Colour.INK) >= READABLE ? Colour.INK : Colour.BLACK;
    }

    private static Colour seenOnWhite(Colour chosen) {
        var line = chosen;
        for (int steps = 1; line.contrast(Colour.WHITE) < READABLE; steps++) {
            line = chosen.darkerBy(steps * STEP);
        }
        return line;
    }

    public boolean isNearlyWhite() {
        return band.contrast(Colour.WHITE) < NEARLY_WHITE;
    }

    /** What a logo stands on: white, unless the logo is white itself. */
    public Colour plateFor(boolean paleLogo) {
        if (!paleLogo) {
            return Colour.WHITE;
        }
        return band.contrast(Colour.WHITE) >= 3 ? band : line;
    }
}

package uk.alongside.tenant.brand;

import java.util.Locale;

/** A colour of a screen and its measures (WCAG 2 for contrast, OKLCH for lightness). */
public record Colour(int red, int green, int blue) {

    public static final Colour WHITE = new Colour(255, 255, 255);
    public static final Colour BLACK = new Colour(0, 0, 0);

    /** The product's own colour of text. */
    public static final Colour INK = Colour.of("#1B2A2F");

    /** Returns the colour of {@code #RRGGBB}. */
    public static Colour of(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }

    public String hex() {
        return String.format(Locale.ROOT, "#%02X%02X%02X", red, green, blue);
    }

    /** Returns the contrast, from 1 for equal colours to 21 for black on white. */
    public double contrast(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** Returns a colour with the same hue and strength, darker by this much of OKLCH's lightness. */
    Colour darkerBy(double lightness) {
        double r = linear(red);
        double g = linear(green);
        double b = linear(blue);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        double light = Math.max(0, 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s - lightness);
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double c = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        double l3 = cube(light + 0.3963377774 * a + 0.2158037573 * c);
        double m3 = cube(light - 0.1055613458 * a - 0.0638541728 * c);
        double s3 = cube(light - 0.0894841775 * a - 1.2914855480 * c);
        return new Colour(
                channel(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3),
                channel(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3),
                channel(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3));
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** Returns a channel's value, limited to the range that a screen can show. */
    private static int channel(double linear) {
        double value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(Math.clamp(value, 0, 1) * 255);
    }

    private static double cube(double value) {
        return value * value * value;
    }
}

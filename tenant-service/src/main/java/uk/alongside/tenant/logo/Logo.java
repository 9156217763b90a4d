package uk.alongside.tenant.logo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import uk.alongside.tenant.brand.Colour;
import uk.alongside.tenant.logo.LogoRefusal.Reason;

/**
 * A logo as this service keeps it. It is redrawn, so that no part of the uploaded file is ever served.
 *
 * @param png at most {@link #MOST_BYTES}
 * @param pale whether the logo would be invisible on white
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Logo(byte[] png, boolean pale) {

    public static final int MOST_BYTES = 200 * 1024;

    private static final int WIDEST = 640;
    private static final int TALLEST = 200;

    /** The size limit. A larger picture is not decoded at all, because a small file can unfold to gigabytes. */
    static final int MOST_PIXELS = 16_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** The least visible contrast. Below this contrast with white, a part of a picture counts as white. */
    private static final double SEEN = 1.5;

    private static final double LEAST_SEEN = 0.03;

    /** Reads a logo. The bytes decide on its type, and not the type that the sender gave. */
    public static Logo of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new LogoRefusal(Reason.TOO_LARGE).refused();
        }
        var picture = isPng(file) ? fit(readPng(file)) : Svg.draw(file, WIDEST, TALLEST);
        var seen = seenOnWhite(picture);
        return new Logo(png(picture), seen < LEAST_SEEN);
    }

    private static boolean isPng(byte[] file) {
        for (int i = 0; i < PNG.length; i++) {
            if (i >= file.length || file[i] != PNG[i]) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage readPng(byte[] file) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var reader = ImageIO.getImageReadersByFormatName("png").next();
            try {
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new LogoRefusal(Reason.TOO_LARGE).refused();
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
        }
    }

    private static BufferedImage fit(BufferedImage picture) {
        double factor =
                Math.min(1, Math.min((double) WIDEST / picture.getWidth(), (double) TALLEST / picture.getHeight()));
        return scaled(picture, factor);
    }

    private static BufferedImage scaled(BufferedImage picture, double factor) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var canvas = fitted.createGraphics();
        smooth(canvas);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return fitted;
    }

    static void smooth(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Returns the part of the drawn pixels that differs visibly from white. */
    private static double seenOnWhite(BufferedImage picture) {
        double drawn = 0;
        double seen = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int argb = picture.getRGB(x, y);
                double opaque = (argb >>> 24) / 255.0;
                drawn += opaque;
                if (opaque > 0.1 && overWhite(argb, opaque).contrast(Colour.WHITE) >= SEEN) {
                    seen += opaque;
                }
            }
        }
        if (drawn < 1) {
            throw new LogoRefusal(Reason.EMPTY).refused();
        }
        return seen / drawn;
    }

    private static Colour overWhite(int argb, double opaque) {
        return new Colour(over(argb >> 16 & 255, opaque), over(argb >> 8 & 255, opaque), over(argb & 255, opaque));
    }

    private static int over(int channel, double opaque) {
        return (int) Math.round(channel * opaque + 255 * (1 - opaque));
    }

    private static byte[] png(BufferedImage picture) {
        for (var drawn = picture; ; drawn = scaled(drawn, 0.7)) {
            var bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(drawn, "png", bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (bytes.size() <= MOST_BYTES) {
                return bytes.toByteArray();
            }
        }
    }
}

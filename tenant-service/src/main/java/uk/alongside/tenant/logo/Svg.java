package uk.alongside.tenant.logo;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.tenant.logo.LogoRefusal.Reason;

/**
 * Draws vector pictures from outside. It draws a {@link SvgCopy copy} that has only what is drawn, so nothing is fetched
 * and nothing runs.
 */
final class Svg {

    private Svg() {}

    static BufferedImage draw(byte[] file, int widest, int tallest) {
        var copy = SvgCopy.of(file);
        try {
            var document = new SVGLoader()
                    .load(
                            new ByteArrayInputStream(copy),
                            null,
                            LoaderContext.builder()
                                    .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                                    .build());
            return draw(document, widest, tallest);
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
        }
    }

    private static BufferedImage draw(@Nullable SVGDocument document, int widest, int tallest) {
        if (document == null) {
            throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
        }
        var size = document.size();
        if (!(size.width > 0 && size.height > 0)) {
            throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
        }
        double factor = Math.min(widest / size.getWidth(), tallest / size.getHeight());
        int width = Math.clamp(Math.round(size.getWidth() * factor), 1, widest);
        int height = Math.clamp(Math.round(size.getHeight() * factor), 1, tallest);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var canvas = picture.createGraphics();
        Logo.smooth(canvas);
        document.render((java.awt.Component) null, canvas, new ViewBox(0, 0, width, height));
        canvas.dispose();
        return picture;
    }
}

package uk.alongside.tenant.brand;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.tenant.brand.LogoRefusal.Reason;

/**
 * A drawer of vector pictures from outside. It first reads the whole picture and refuses it if it contains more than a
 * drawing, so the drawn picture fetches nothing and runs nothing.
 */
final class Svg {

    private static final int MOST_ELEMENTS = 5_000;
    private static final int MOST_REPEATS = 2_000;

    private static final Set<String> SCRIPTS = Set.of("script", "handler", "listener");
    private static final Set<String> FOREIGN =
            Set.of("foreignobject", "iframe", "embed", "object", "audio", "video", "canvas", "html", "body");
    private static final Set<String> TEXT = Set.of("text", "tspan", "textpath", "tref");
    private static final Set<String> PICTURES = Set.of("png", "jpeg");
    private static final Pattern REFERENCE =
            Pattern.compile("url\\s*\\(\\s*['\"]?\\s*([^'\")\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CSS_REACHES_OUT =
            Pattern.compile("@import|@font-face|expression\\s*\\(|\\\\", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_PICTURE =
            Pattern.compile("data:image/(?:png|jpeg);base64,(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Map<String, Map<String, Integer>> uses = new HashMap<>();
    private final Map<String, Integer> fromTheTop = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    private long pixels;

    private Svg() {}

    static BufferedImage draw(byte[] file, int widest, int tallest) {
        new Svg().inspect(file);
        try {
            var document = new SVGLoader()
                    .load(
                            new ByteArrayInputStream(file),
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

    private void inspect(byte[] file) {
        var parsers = XMLInputFactory.newFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var xml = parsers.createXMLStreamReader(new ByteArrayInputStream(file));
            int elements = 0;
            boolean inStyle = false;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new LogoRefusal(Reason.OUTSIDE_REFERENCE).refused();
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                        if (!xml.getPITarget().equals("xml")) {
                            throw new LogoRefusal(Reason.OUTSIDE_REFERENCE).refused();
                        }
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++elements > MOST_ELEMENTS) {
                            throw new LogoRefusal(Reason.TOO_COMPLICATED).refused();
                        }
                        var name = xml.getLocalName().toLowerCase(Locale.ROOT);
                        if (elements == 1 && !name.equals("svg")) {
                            throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
                        }
                        element(name, xml);
                        inStyle = name.equals("style");
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        open.pop();
                        inStyle = false;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (inStyle) {
                            style(xml.getText());
                        }
                    }
                    default -> {}
                }
            }
            if (elements == 0) {
                throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
            }
        } catch (XMLStreamException e) {
            throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
        }
        refuseManyRepeats();
    }

    private void element(String name, XMLStreamReader xml) {
        if (SCRIPTS.contains(name)) {
            throw new LogoRefusal(Reason.SCRIPT).refused();
        }
        if (FOREIGN.contains(name)) {
            throw new LogoRefusal(Reason.FOREIGN_CONTENT).refused();
        }
        if (TEXT.contains(name)) {
            throw new LogoRefusal(Reason.TEXT).refused();
        }
        var id = xml.getAttributeValue(null, "id");
        open.push(id == null ? "" : id);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT), xml.getAttributeValue(i));
        }
    }

    private void attribute(String name, String value) {
        var squeezed = value.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("on") || squeezed.contains("javascript:") || squeezed.contains("vbscript:")) {
            throw new LogoRefusal(Reason.SCRIPT).refused();
        }
        if (name.equals("href") || name.equals("src") || name.equals("base")) {
            reference(value.strip());
        } else {
            style(value);
        }
    }

    private void style(String text) {
        if (CSS_REACHES_OUT.matcher(text).find()) {
            throw new LogoRefusal(Reason.OUTSIDE_REFERENCE).refused();
        }
        REFERENCE.matcher(text).results().forEach(found -> reference(found.group(1)));
    }

    private void reference(String target) {
        if (target.startsWith("#")) {
            repeats(target.substring(1));
            return;
        }
        var own = OWN_PICTURE.matcher(target);
        if (!own.matches()) {
            throw new LogoRefusal(Reason.OUTSIDE_REFERENCE).refused();
        }
        picture(own.group(1).replaceAll("\\s", ""));
    }

    /**
     * Checks an embedded picture. Its bytes decide on its type, as they do for a browser. All pictures together may
     * unfold to the limit of one file.
     */
    private void picture(String base64) {
        try (var input = ImageIO.createImageInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
            }
            var reader = readers.next();
            try {
                if (!PICTURES.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
                }
                reader.setInput(input, true, true);
                pixels += (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
        }
        if (pixels > Logo.MOST_PIXELS) {
            throw new LogoRefusal(Reason.TOO_LARGE).refused();
        }
    }

    /** Counts a repetition. The content of a named element is drawn as often as the element is used. */
    private void repeats(String target) {
        fromTheTop.merge(target, 1, Integer::sum);
        for (var id : open) {
            if (!id.isEmpty()) {
                uses.computeIfAbsent(id, _ -> new HashMap<>()).merge(target, 1, Integer::sum);
            }
        }
    }

    /**
     * Refuses many repetitions: ten elements that each use the next one ten times are a small file and an endless
     * drawing.
     */
    private void refuseManyRepeats() {
        long all = 0;
        var known = new HashMap<String, Long>();
        for (var start : fromTheTop.entrySet()) {
            all += start.getValue() * drawn(start.getKey(), known, new HashSet<>());
            if (all > MOST_REPEATS) {
                throw new LogoRefusal(Reason.TOO_COMPLICATED).refused();
            }
        }
    }

    private long drawn(String id, Map<String, Long> known, Set<String> path) {
        if (!path.add(id)) {
            throw new LogoRefusal(Reason.TOO_COMPLICATED).refused();
        }
        var before = known.get(id);
        if (before == null) {
            long sum = 1;
            for (var use : uses.getOrDefault(id, Map.of()).entrySet()) {
                sum = Math.min(MOST_REPEATS + 1L, sum + use.getValue() * drawn(use.getKey(), known, path));
            }
            before = sum;
            known.put(id, sum);
        }
        path.remove(id);
        return before;
    }
}

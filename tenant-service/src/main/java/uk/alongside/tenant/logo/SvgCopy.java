package uk.alongside.tenant.logo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.stream.events.EntityDeclaration;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.logo.LogoRefusal.Reason;

/**
 * Copies what an SVG file draws, and nothing else. The copy has only elements of SVG, their geometry and their styles.
 * The document type, comments, metadata, links, descriptions and the private data of drawing programs draw nothing, so
 * they are left out, whatever they hold.
 *
 * <p>A file is refused if it would look different when it is drawn without scripts, without a network and without fonts,
 * or if it could cost too much to draw.
 */
final class SvgCopy {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String LIMITS = "jdk.xml.";

    /** Marks an open style element, and can be no id: an id has no blanks. */
    private static final String STYLE = "style sheet";

    private static final int MOST_ELEMENTS = 5_000;
    private static final int MOST_REPEATS = 2_000;

    private static final Set<String> SCRIPTS = Set.of("script", "handler", "listener");
    private static final Set<String> FOREIGN =
            Set.of("foreignobject", "iframe", "embed", "object", "audio", "video", "canvas");
    private static final Set<String> TEXT = Set.of("text", "tspan", "textpath", "tref");
    private static final Set<String> DRAWS_NOTHING = Set.of("metadata", "title", "desc", "view", "cursor");
    private static final Set<String> LABELS = Set.of("role", "lang", "tabindex", "target", "version");
    private static final Set<String> NAMES = Set.of("id", "class");
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
    private final Deque<Children> children = new ArrayDeque<>();
    private final XMLStreamReader file;
    private final XMLStreamWriter copy;

    /** The children of an element that are drawn: of a switch, the first one that can be. */
    private enum Children {
        ALL,
        FIRST,
        NONE
    }

    private int elements;
    private long pixels;

    private SvgCopy(XMLStreamReader file, XMLStreamWriter copy) {
        this.file = file;
        this.copy = copy;
    }

    static byte[] of(byte[] file) {
        var bytes = new ByteArrayOutputStream();
        try {
            var reader = reader(file);
            var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            var copy = new SvgCopy(reader, writer);
            copy.copyAll();
            writer.close();
            copy.refuseManyRepeats();
        } catch (XMLStreamException e) {
            throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads entities that the file itself declares, because drawing programs name their namespaces by them. Nothing
     * outside the file is ever read, and entities may not unfold to much more than the file.
     */
    private static XMLStreamReader reader(byte[] file) throws XMLStreamException {
        var readers = XMLInputFactory.newFactory();
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_COALESCING, true);
        readers.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        readers.setProperty(LIMITS + "entityExpansionLimit", "1000");
        readers.setProperty(LIMITS + "totalEntitySizeLimit", "200000");
        readers.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        return readers.createXMLStreamReader(new ByteArrayInputStream(file));
    }

    private void copyAll() throws XMLStreamException {
        while (file.hasNext()) {
            switch (file.next()) {
                case XMLStreamConstants.DTD -> refuseOutsideEntities();
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new LogoRefusal(Reason.OUTSIDE_REFERENCE).refused();
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    if (file.getPITarget().equals("xml-stylesheet")) {
                        throw new LogoRefusal(Reason.OUTSIDE_REFERENCE).refused();
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> element();
                case XMLStreamConstants.END_ELEMENT -> {
                    open.pop();
                    children.pop();
                    copy.writeEndElement();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (Objects.equals(open.peek(), STYLE)) {
                        style(file.getText());
                        copy.writeCharacters(file.getText());
                    }
                }
                default -> {}
            }
        }
    }

    private void refuseOutsideEntities() {
        if (file.getProperty("javax.xml.stream.entities") instanceof List<?> entities
                && entities.stream()
                        .anyMatch(entity -> entity instanceof EntityDeclaration declared
                                && declared.getSystemId() != null
                                && declared.getReplacementText() == null)) {
            throw new LogoRefusal(Reason.OUTSIDE_REFERENCE).refused();
        }
    }

    private void element() throws XMLStreamException {
        if (++elements > MOST_ELEMENTS) {
            throw new LogoRefusal(Reason.TOO_COMPLICATED).refused();
        }
        var name = file.getLocalName().toLowerCase(Locale.ROOT);
        var namespace = file.getNamespaceURI();
        boolean ofSvg = namespace == null || namespace.isEmpty() || namespace.equals(SVG);
        if (elements == 1 && !(ofSvg && name.equals("svg"))) {
            throw new LogoRefusal(Reason.NOT_A_PICTURE).refused();
        }
        if (SCRIPTS.contains(name)) {
            throw new LogoRefusal(Reason.SCRIPT).refused();
        }
        if (!ofSvg || DRAWS_NOTHING.contains(name) || needsAnExtension() || children.peek() == Children.NONE) {
            skip();
            return;
        }
        if (FOREIGN.contains(name)) {
            throw new LogoRefusal(Reason.FOREIGN_CONTENT).refused();
        }
        if (TEXT.contains(name)) {
            throw new LogoRefusal(Reason.TEXT).refused();
        }
        if (children.peek() == Children.FIRST) {
            children.pop();
            children.push(Children.NONE);
        }
        boolean isSwitch = name.equals("switch");
        children.push(isSwitch ? Children.FIRST : Children.ALL);
        copy.writeStartElement(isSwitch ? "g" : file.getLocalName());
        if (elements == 1) {
            copy.writeDefaultNamespace(SVG);
        }
        var id = file.getAttributeValue(null, "id");
        open.push(name.equals("style") ? STYLE : id == null ? "" : id);
        boolean link = name.equals("a");
        for (int i = 0; i < file.getAttributeCount(); i++) {
            attribute(link, file.getAttributeNamespace(i), file.getAttributeLocalName(i), file.getAttributeValue(i));
        }
    }

    /** Says whether the element is drawn only by programs that have an extension of SVG, which browsers do not have. */
    private boolean needsAnExtension() {
        var extensions = file.getAttributeValue(null, "requiredExtensions");
        return extensions != null && !extensions.isBlank();
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (file.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS) {
                        throw new LogoRefusal(Reason.TOO_COMPLICATED).refused();
                    }
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private void attribute(boolean link, @Nullable String namespace, String name, String value)
            throws XMLStreamException {
        var plain = name.toLowerCase(Locale.ROOT);
        boolean own = namespace == null || namespace.isEmpty();
        if (plain.startsWith("on")) {
            throw new LogoRefusal(Reason.SCRIPT).refused();
        }
        if (plain.equals("base") && (own || XML.equals(namespace))) {
            throw new LogoRefusal(Reason.OUTSIDE_REFERENCE).refused();
        }
        if ((plain.equals("href") && (own || XLINK.equals(namespace))) || (plain.equals("src") && own)) {
            refuseScript(value);
            if (!link) {
                reference(value.strip());
                copy.writeAttribute("href", value.strip());
            }
        } else if (own && !plain.startsWith("aria-") && !plain.startsWith("data-") && !LABELS.contains(plain)) {
            if (!NAMES.contains(plain)) {
                style(value);
            }
            copy.writeAttribute(name, value);
        }
    }

    private static void refuseScript(String target) {
        var squeezed = target.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        if (squeezed.startsWith("javascript:") || squeezed.startsWith("vbscript:")) {
            throw new LogoRefusal(Reason.SCRIPT).refused();
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

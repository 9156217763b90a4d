package uk.alongside.supplychain;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import uk.alongside.supplychain.Library.Ecosystem;

/** Reads a class path that Maven wrote. The description beside each jar, or a parent's, names the licences. */
final class MavenLibraries {

    private final Path classPath;

    MavenLibraries(Path classPath) {
        this.classPath = classPath;
    }

    List<Library> read() {
        try {
            return Stream.of(Files.readString(classPath).strip().split(File.pathSeparator))
                    .map(Path::of)
                    .filter(jar -> !isOurs(jar))
                    .map(MavenLibraries::library)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Maven has not written the list of libraries " + classPath, e);
        }
    }

    /** A module of ours is in its own folder, or in the local repository if it was installed there. */
    private static boolean isOurs(Path jar) {
        var names = jar.toString().replace(File.separatorChar, '/');
        return names.contains("/target/") || names.contains("/uk/alongside/");
    }

    private static Library library(Path jar) {
        var folder = above(jar);
        var version = folder.getFileName().toString();
        var artifact = above(folder).getFileName().toString();
        var pom = parse(folder.resolve(artifact + "-" + version + ".pom"));
        var group = text(pom, "groupId");
        var parent = child(pom, "parent");
        if (group == null && parent != null) {
            group = text(parent, "groupId");
        }
        if (group == null) {
            throw new IllegalStateException("The description of a library names no group: " + jar);
        }
        return new Library(Ecosystem.MAVEN, group + ":" + artifact, version, licences(pom, repository(folder, group)));
    }

    /** Above the folder of a version is that of the artifact, and above it one for each part of the group. */
    private static Path repository(Path version, String group) {
        var above = above(above(version));
        for (int part = 0; part < group.split("\\.", -1).length; part++) {
            above = above(above);
        }
        return above;
    }

    private static Path above(Path path) {
        return path.resolve("..").normalize();
    }

    private static List<String> licences(Element pom, Path repository) {
        var own = child(pom, "licenses");
        if (own != null) {
            var named = children(own, "license").stream()
                    .map(licence -> String.valueOf(text(licence, "name")))
                    .toList();
            if (!named.isEmpty()) {
                return named;
            }
        }
        var parent = child(pom, "parent");
        if (parent == null) {
            return List.of();
        }
        var artifact = String.valueOf(text(parent, "artifactId"));
        var version = String.valueOf(text(parent, "version"));
        var file = repository
                .resolve(String.valueOf(text(parent, "groupId")).replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        return Files.exists(file) ? licences(parse(file), repository) : List.of();
    }

    private static Element parse(Path pom) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The description of a library cannot be read: " + pom, e);
        }
    }

    private static @Nullable String text(Element parent, String name) {
        var child = child(parent, name);
        return child == null ? null : child.getTextContent().strip();
    }

    private static @Nullable Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getNodeName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}

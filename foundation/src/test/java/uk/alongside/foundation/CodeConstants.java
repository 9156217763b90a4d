package uk.alongside.foundation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URI;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The text constants of a service's classes, among which is all its SQL. */
final class CodeConstants {

    private CodeConstants() {}

    /** A text and the class that holds it. */
    record Constant(String type, String text) {}

    static Stream<Constant> of(String basePackage) {
        return classes(basePackage)
                .flatMap(type -> type.getSource().stream()
                        .flatMap(source -> texts(source.getUri()))
                        .map(text -> new Constant(type.getName(), text)));
    }

    static Stream<JavaClass> classes(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(basePackage).stream();
    }

    private static Stream<String> texts(URI classFile) {
        try (var bytes = classFile.toURL().openStream()) {
            var constants = ClassFile.of().parse(bytes.readAllBytes()).constantPool();
            return StreamSupport.stream(constants.spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

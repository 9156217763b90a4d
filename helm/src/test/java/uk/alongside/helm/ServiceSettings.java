package uk.alongside.helm;

import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.text;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings that a service reads, found in its sources: placeholders of its application.yaml, names that its code asks
 * for, records of settings, and the names that Spring Boot lists for the modules of the service.
 */
final class ServiceSettings {

    /** Settings of Spring Boot, and the dependency that makes a service read them. */
    private static final Map<String, String> BOOT = Map.of(
            "server.", "spring-boot-starter-actuator",
            "management.", "spring-boot-starter-actuator",
            "logging.", "spring-boot-starter-actuator",
            "spring.datasource.", "spring-boot-starter-data-jpa",
            "spring.data.redis.", "spring-boot-starter-data-redis-reactive",
            "spring.mail.", "spring-boot-starter-mail",
            "spring.security.oauth2.resourceserver.", "spring-boot-starter-security-oauth2-resource-server");

    private static final Pattern READ = Pattern.compile(
            "(?:[gG]et(?:Required)?Property|ConditionalOn(?:Boolean)?Property)\\((?:name = )?\"(alongside[a-z.-]+)\""
                    + "|\\$\\{(alongside[a-z.-]+)[:}]|String [A-Z_]+ = \"(alongside[a-z.-]+)\"");
    private static final Pattern RECORD = Pattern.compile("@ConfigurationProperties\\(\"([a-z.-]+)\"\\)");
    private static final Pattern COMPONENT = Pattern.compile("\\b([a-z]\\w*)\\s*[,)]");

    private static final Set<String> BOOT_NAMES = bootNames();

    private final Set<String> names = new HashSet<>();
    private final Set<Pattern> records = new HashSet<>();

    ServiceSettings(String service) {
        var modules =
                service.equals("gateway") ? List.of(service, "telemetry") : List.of(service, "foundation", "telemetry");
        var poms = modules.stream()
                .map(module -> Chart.read(Chart.ROOT.resolve(module).resolve("pom.xml")))
                .collect(Collectors.joining());
        BOOT_NAMES.stream()
                .filter(name -> BOOT.entrySet().stream()
                        .anyMatch(it -> name.startsWith(it.getKey())
                                && poms.contains("<artifactId>" + it.getValue() + "</artifactId>")))
                .forEach(name -> names.add(plain(name)));
        modules.forEach(module ->
                sources(Chart.ROOT.resolve(module).resolve("src/main")).forEach(this::take));
    }

    private void take(String source) {
        READ.matcher(source)
                .results()
                .forEach(found -> Stream.of(found.group(1), found.group(2), found.group(3))
                        .filter(name -> name != null)
                        .forEach(name -> names.add(plain(name))));
        RECORD.matcher(source)
                .results()
                .forEach(found -> records.add(Pattern.compile(plain(found.group(1))
                        + COMPONENT
                                .matcher(source)
                                .results()
                                .map(component -> component.group(1).toLowerCase(Locale.ROOT))
                                .distinct()
                                .collect(Collectors.joining("|", "(?:", ")+")))));
    }

    /** Returns true if this service reads a setting that an environment variable of this name sets. */
    boolean reads(String variable) {
        var plain = plain(variable);
        return names.contains(plain)
                // Each name below it is handed to the mail library as it is.
                || (plain.startsWith("springmailpropertiesmailsmtp") && names.contains("springmailproperties"))
                || records.stream().anyMatch(settings -> settings.matcher(plain).matches());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }

    private static Collection<String> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*(\\.java|application\\.yaml)"))
                    .map(Chart::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> bootNames() {
        try {
            var found = new HashSet<String>();
            var loader = ServiceSettings.class.getClassLoader();
            for (var list :
                    java.util.Collections.list(loader.getResources("META-INF/spring-configuration-metadata.json"))) {
                try (var stream = list.openStream()) {
                    var json = JsonParser.parseString(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                    list(at(json, "properties")).forEach(property -> found.add(text(property.get("name"))));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package uk.alongside.helm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart of this folder, rendered by Helm's own library, without a cluster. */
final class Chart {

    /** The examples of values in the folder {@code ci}. */
    static final List<String> EXAMPLES = List.of("default", "production", "smallest");

    /** The annotation of a hook in what {@link #render} returns. */
    static final String HOOK = "test.example/hook";

    static final Path ROOT = Path.of(System.getProperty("alongside.root", ".."));
    static final Path FOLDER = ROOT.resolve("helm");

    private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /** Returns the manifests of an example, each time as new objects that a test may change. */
    static List<JsonObject> manifests(String example) {
        return parse(RENDERED.computeIfAbsent(example, name -> render(values(name))));
    }

    static Path values(String example) {
        return FOLDER.resolve("ci").resolve(example + "-values.yaml");
    }

    /** Renders the chart as {@code helm template} does. Helm's complaint is the message of an exception. */
    static String render(Path values) {
        needHelm();
        return new Helm(copy(FOLDER.resolve("target/chart"), Chart::withoutHooks))
                .template()
                .withName("alongside")
                .withNamespace("councils")
                .withKubeVersion("1.34.0")
                .withValuesFile(values)
                .call();
    }

    /** Checks a copy of the chart that has the values of an example as its own, because Helm checks a chart by these. */
    static LintResult lint(String example, Path folder) {
        needHelm();
        var chart = copy(folder, text -> text);
        var merged = merge(
                json(read(FOLDER.resolve("values.yaml"))).getAsJsonObject(),
                json(read(values(example))).getAsJsonObject());
        write(chart.resolve("values.yaml"), merged.toString());
        return new Helm(chart).lint().strict().call();
    }

    /** The library leaves out the manifests of hooks. The copy that is rendered names the annotation differently. */
    private static String withoutHooks(String template) {
        return template.replace("helm.sh/hook:", HOOK + ":");
    }

    private static synchronized Path copy(Path folder, UnaryOperator<String> change) {
        try {
            Files.createDirectories(folder);
            for (var file : List.of("Chart.yaml", "values.yaml", "values.schema.json")) {
                write(folder.resolve(file), read(FOLDER.resolve(file)));
            }
            copy("templates", folder, change);
            copy("dashboards", folder, text -> text);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String name, Path folder, UnaryOperator<String> change) throws IOException {
        var target = Files.createDirectories(folder.resolve(name));
        try (var old = Files.newDirectoryStream(target)) {
            for (var file : old) {
                Files.delete(file);
            }
        }
        try (var files = Files.newDirectoryStream(FOLDER.resolve(name))) {
            for (var file : files) {
                write(target.resolve(file.getFileName()), change.apply(read(file)));
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject merge(JsonObject base, JsonObject over) {
        over.entrySet().forEach(entry -> {
            var old = base.get(entry.getKey());
            base.add(
                    entry.getKey(),
                    old != null && old.isJsonObject() && entry.getValue().isJsonObject()
                            ? merge(old.getAsJsonObject(), entry.getValue().getAsJsonObject())
                            : entry.getValue());
        });
        return base;
    }

    static List<JsonObject> parse(String text) {
        return StreamSupport.stream(yaml().loadAll(text).spliterator(), false)
                .filter(document -> document != null)
                .map(document -> new Gson().toJsonTree(document).getAsJsonObject())
                .toList();
    }

    static JsonElement json(String text) {
        return new Gson().toJsonTree(yaml().<Object>load(text));
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the test without a failure where Helm's library has no build for this machine. */
    private static void needHelm() {
        var machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        var here = machine.equals("Linux amd64");
        if (!here) {
            System.out.println("NOT RUN: the tests of the chart need Linux on amd64, and this is " + machine + ".");
        }
        assumeTrue(here, "NOT RUN: Helm's library is used on Linux amd64 only.");
    }
}

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * Measures the shape of the code of one or more checkouts and prints a Markdown table, one column a checkout:
 * {@code java docs/measures/Measures.java ../before .}
 */
class Measures {

    private static final int MOST_FILES = 20;
    private static final List<String> MODULES =
            List.of("foundation", "gateway", "tenant-service", "conversations-service", "local-stack", "end-to-end");
    private static final Set<String> SKIPPED =
            Set.of("target", "node_modules", ".git", ".alongside", "build", "fonts", "generated");

    private final Path root;
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, String> rows = new LinkedHashMap<>();

    /** One main Java file. */
    private record Unit(String module, Path file, CompilationUnitTree tree, String text) {

        String packageName() {
            return String.valueOf(tree.getPackageName());
        }

        int lines() {
            return (int) text.lines().count();
        }

        /** The package without the part that every package of the module shares. */
        String shortPackage() {
            var name = packageName().replaceFirst("^uk\\.alongside\\.?", "");
            return name.isEmpty() ? "alongside" : name;
        }
    }

    private record Method(String type, MethodTree tree, Unit unit, int lines) {

        String name() {
            return type + "." + tree.getName();
        }
    }

    public static void main(String... args) throws IOException {
        var roots = args.length == 0 ? List.of(Path.of(".")) : Stream.of(args).map(Path::of).toList();
        var columns = new ArrayList<Map<String, String>>();
        for (var root : roots) {
            columns.add(new Measures(root).measure());
        }
        System.out.println("| | " + roots.stream().map(Measures::commit).collect(joining(" | ")) + " |");
        System.out.println("| --- |" + " --- |".repeat(roots.size()));
        var measures = new ArrayList<String>();
        columns.forEach(column -> column.keySet().stream().filter(name -> !measures.contains(name)).forEach(measures::add));
        for (var measure : measures) {
            System.out.println("| " + measure + " | "
                    + columns.stream().map(column -> column.getOrDefault(measure, "")).collect(joining(" | ")) + " |");
        }
    }

    private static String commit(Path root) {
        try {
            var git = new ProcessBuilder("git", "-C", root.toString(), "log", "-1", "--format=%h, %cd", "--date=format:%-d %B %Y")
                    .redirectErrorStream(true)
                    .start();
            var answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? answer : root.toString();
        } catch (IOException | InterruptedException _) {
            return root.toString();
        }
    }

    private Measures(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    private Map<String, String> measure() throws IOException {
        parse();
        for (var module : MODULES) {
            packages(module);
        }
        sizes();
        dependencies();
        hops();
        words();
        docComments();
        casts();
        testMinutes();
        return rows;
    }

    // --- Java ---------------------------------------------------------------------------------------

    private void parse() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        for (var module : MODULES) {
            var sources = files(root.resolve(module).resolve("src/main/java"), name -> name.endsWith(".java"));
            if (sources.isEmpty()) {
                continue;
            }
            try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
                var task = (JavacTask) compiler.getTask(
                        null, manager, _ -> {}, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
                var trees = Trees.instance(task);
                for (var tree : task.parse()) {
                    var file = Path.of(tree.getSourceFile().toUri());
                    units.add(new Unit(module, file, tree, Files.readString(file)));
                }
                positions.put(module, trees);
            }
        }
    }

    private final Map<String, Trees> positions = new LinkedHashMap<>();

    private void packages(String module) {
        var counts = units.stream()
                .filter(unit -> unit.module().equals(module))
                .collect(groupingBy(Unit::shortPackage, TreeMap::new, counting()));
        if (counts.isEmpty()) {
            return;
        }
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var tooMany = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > MOST_FILES)
                .map(entry -> last(entry.getKey()) + " " + entry.getValue())
                .collect(joining(", "));
        rows.put(
                module + ": files a package, median / most",
                percentile(counts.values().stream().map(Long::intValue).toList(), 50) + " / " + most.getValue() + " ("
                        + last(most.getKey()) + ")");
        rows.put(module + ": packages of more than " + MOST_FILES + " files", tooMany.isEmpty() ? "none" : tooMany);
    }

    private void sizes() {
        int types = 0;
        int shown = 0;
        for (var unit : units) {
            for (var found : types(unit)) {
                types++;
                shown += found.shown() ? 1 : 0;
            }
        }
        rows.put("Java files / lines", units.size() + " / " + units.stream().mapToInt(Unit::lines).sum());
        rows.put("public types", Math.round(100.0 * shown / types) + " % of " + types);
        var methods = units.stream().flatMap(unit -> methods(unit).stream()).toList();
        var longest = methods.stream().max(Comparator.comparingInt(Method::lines)).orElseThrow();
        var lines = methods.stream().map(Method::lines).toList();
        rows.put(
                "lines of a method, median / 95 % / most",
                percentile(lines, 50) + " / " + percentile(lines, 95) + " / " + longest.lines() + " (" + longest.name() + ")");
        rows.put(
                "methods with two or more bare UUIDs",
                String.valueOf(methods.stream()
                        .filter(method -> method.tree().getParameters().stream()
                                        .filter(parameter -> "UUID".equals(String.valueOf(parameter.getType())))
                                        .count()
                                >= 2)
                        .count()));
        var largest = units.stream().max(Comparator.comparingInt(Unit::lines)).orElseThrow();
        var fileLines = units.stream().map(Unit::lines).toList();
        rows.put(
                "lines of a file, median / 95 % / most",
                percentile(fileLines, 50) + " / " + percentile(fileLines, 95) + " / " + largest.lines() + " ("
                        + simpleName(largest) + ")");
    }

    private record Type(ClassTree tree, boolean shown) {}

    /** Every type of a file; a nested one is public if all around it are too. */
    private static List<Type> types(Unit unit) {
        var found = new ArrayList<Type>();
        for (var declaration : unit.tree().getTypeDecls()) {
            if (declaration instanceof ClassTree type) {
                add(type, true, false, found);
            }
        }
        return found;
    }

    private static void add(ClassTree type, boolean shownAround, boolean inInterface, List<Type> found) {
        boolean shown = shownAround && (inInterface || type.getModifiers().getFlags().contains(Modifier.PUBLIC));
        found.add(new Type(type, shown));
        for (var member : type.getMembers()) {
            if (member instanceof ClassTree nested) {
                add(nested, shown, type.getKind() == Tree.Kind.INTERFACE, found);
            }
        }
    }

    private List<Method> methods(Unit unit) {
        var source = positions.get(unit.module()).getSourcePositions();
        var lines = unit.tree().getLineMap();
        var found = new ArrayList<Method>();
        for (var type : types(unit)) {
            for (var member : type.tree().getMembers()) {
                if (member instanceof MethodTree method && source.getEndPosition(unit.tree(), method) > 0) {
                    long from = lines.getLineNumber(source.getStartPosition(unit.tree(), method));
                    long to = lines.getLineNumber(source.getEndPosition(unit.tree(), method));
                    boolean written = method.getBody() != null || type.tree().getKind() == Tree.Kind.INTERFACE;
                    if (written) {
                        found.add(new Method(type.tree().getSimpleName().toString(), method, unit, (int) (to - from + 1)));
                    }
                }
            }
        }
        return found;
    }

    /**
     * Finds pairs of packages that use each other: by imports, or by an interface that its own package calls and one
     * other package implements. An interface with implementations in several packages is a plug-in and is left out.
     */
    private void dependencies() {
        var byName = units.stream()
                .collect(toMap(unit -> unit.packageName() + "." + simpleName(unit), unit -> unit, (one, _) -> one));
        var imports = new TreeMap<String, Set<String>>();
        var implementers = new TreeMap<String, Set<String>>();
        for (var unit : units) {
            for (var line : unit.tree().getImports()) {
                var target = owner(line.getQualifiedIdentifier().toString(), byName);
                if (target == null || target.packageName().equals(unit.packageName())
                        || !target.module().equals(unit.module())) {
                    continue;
                }
                imports.computeIfAbsent(unit.packageName(), _ -> new TreeSet<>()).add(target.packageName());
                if (isImplemented(target, unit) && isUsedAtHome(target)) {
                    implementers
                            .computeIfAbsent(last(target.packageName()) + "." + simpleName(target), _ -> new TreeSet<>())
                            .add(last(unit.packageName()));
                }
            }
        }
        var mutual = new TreeSet<String>();
        imports.forEach((from, targets) -> targets.stream()
                .filter(to -> from.compareTo(to) < 0 && imports.getOrDefault(to, Set.of()).contains(from))
                .forEach(to -> mutual.add(last(from) + " and " + last(to))));
        rows.put("packages that import each other", mutual.isEmpty() ? "none" : String.join(", ", mutual));
        var inverted = implementers.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .map(entry -> entry.getKey() + " in " + String.join("", entry.getValue()))
                .collect(joining(", "));
        rows.put("interfaces that one other package implements", inverted.isEmpty() ? "none" : inverted);
    }

    /** The file that an import names, also by a nested type or a static member. */
    private static Unit owner(String imported, Map<String, Unit> byName) {
        for (var name = imported; name.contains("."); name = name.substring(0, name.lastIndexOf('.'))) {
            if (byName.containsKey(name)) {
                return byName.get(name);
            }
        }
        return null;
    }

    private static boolean isImplemented(Unit target, Unit by) {
        var name = simpleName(target);
        boolean isInterface = types(target).stream()
                .anyMatch(type -> type.tree().getSimpleName().contentEquals(name)
                        && type.tree().getKind() == Tree.Kind.INTERFACE
                        && type.tree().getMembers().stream().anyMatch(MethodTree.class::isInstance));
        return isInterface
                && types(by).stream()
                        .anyMatch(type -> type.tree().getImplementsClause().stream()
                                .anyMatch(implemented -> implemented.toString().equals(name)));
    }

    private boolean isUsedAtHome(Unit target) {
        var word = Pattern.compile("\\b" + simpleName(target) + "\\b");
        return units.stream()
                .filter(unit -> unit != target && unit.packageName().equals(target.packageName()))
                .anyMatch(unit -> word.matcher(unit.text()).find());
    }

    /**
     * Follows the calls of "book a place" from the controller to the statement that takes a place of the slot. Calls are
     * followed by the declared types of fields; what is called in a lambda counts as called where the lambda is written.
     */
    private void hops() {
        var conversations = units.stream()
                .filter(unit -> unit.module().equals("conversations-service"))
                .toList();
        var methods = conversations.stream().flatMap(unit -> methods(unit).stream()).toList();
        var start = methods.stream()
                .filter(method -> method.tree().getModifiers().getAnnotations().stream()
                        .map(AnnotationTree::toString)
                        .anyMatch(text -> text.contains("PostMapping") && text.matches("(?s).*slot[^/]*/bookings\".*")))
                .findFirst();
        if (start.isEmpty()) {
            rows.put("hops of \"book a place\"", "not found");
            return;
        }
        var before = new LinkedHashMap<Method, Method>();
        var queue = new ArrayDeque<Method>(List.of(start.get()));
        var seen = new HashSet<Method>(queue);
        while (!queue.isEmpty()) {
            var method = queue.remove();
            if (takesAPlace(method)) {
                var path = new ArrayList<String>();
                for (var step = method; step != null; step = before.get(step)) {
                    path.addFirst(step.name());
                }
                rows.put("hops of \"book a place\"", path.size() + ": " + String.join(" → ", path));
                return;
            }
            for (var next : called(method, methods)) {
                if (seen.add(next)) {
                    before.put(next, method);
                    queue.add(next);
                }
            }
        }
        rows.put("hops of \"book a place\"", "not found");
    }

    private static boolean takesAPlace(Method method) {
        return Pattern.compile("(?is)update\\s+(app\\.)?slot\\b.*taken").matcher(method.tree().toString()).find();
    }

    private static List<Method> called(Method method, List<Method> methods) {
        var fields = new LinkedHashMap<String, String>();
        for (var type : types(method.unit())) {
            for (var member : type.tree().getMembers()) {
                if (member instanceof VariableTree field && field.getType() != null) {
                    fields.put(field.getName().toString(), field.getType().toString());
                }
            }
        }
        var found = new ArrayList<Method>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                var select = call.getMethodSelect();
                var receiver = select instanceof MemberSelectTree member ? member.getExpression().toString() : "this";
                var name = select instanceof MemberSelectTree member
                        ? member.getIdentifier()
                        : ((IdentifierTree) select).getName();
                var type = receiver.equals("this") ? method.type() : fields.getOrDefault(receiver, receiver);
                methods.stream()
                        .filter(candidate -> candidate.type().equals(type)
                                && candidate.tree().getName().contentEquals(name)
                                && candidate.tree().getParameters().size()
                                        == call.getArguments().size())
                        .forEach(found::add);
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(method.tree(), null);
        return found;
    }

    // --- Texts --------------------------------------------------------------------------------------

    private void words() throws IOException {
        var unwanted = Pattern.compile("(?<![\\w-])(?i:" + String.join("|", unwantedWords()) + ")(?![\\w-])(?<!noBody)");
        var kinds = new LinkedHashMap<String, Predicate<String>>();
        kinds.put("main Java", file -> file.contains("src/main/") && file.endsWith(".java"));
        kinds.put("test Java", file -> file.contains("src/test/") && file.endsWith(".java"));
        kinds.put("TypeScript", file -> file.endsWith(".ts") || file.endsWith(".tsx"));
        kinds.put("messages", file -> file.contains("/locales/") || file.endsWith(".properties"));
        kinds.put("templates", file -> file.endsWith(".html") || file.endsWith(".ftl"));
        kinds.put("OpenAPI", file -> file.endsWith("openapi.json"));
        kinds.put("SQL", file -> file.endsWith(".sql"));
        kinds.put("documents", file -> file.endsWith(".md"));
        kinds.put("scripts", file -> file.endsWith(".sh") || file.equals("alongside") || file.startsWith(".ci/"));
        var counts = new LinkedHashMap<String, Long>();
        kinds.keySet().forEach(kind -> counts.put(kind, 0L));
        for (var file : files(root, _ -> true)) {
            var name = root.relativize(file).toString().replace('\\', '/');
            for (var kind : kinds.entrySet()) {
                if (kind.getValue().test(name)) {
                    long here = unwanted.matcher(Files.readString(file).replaceAll("\\s+", " ")).results().count();
                    counts.merge(kind.getKey(), here, Long::sum);
                    break;
                }
            }
        }
        rows.put(
                "unwanted words",
                counts.values().stream().mapToLong(Long::longValue).sum() + ": "
                        + counts.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(joining(", ")));
    }

    /** The words of the list beside this file, which the test of words reads as well. */
    private static List<String> unwantedWords() throws IOException {
        var beside = Path.of(System.getProperty("jdk.launcher.sourcefile", "docs/measures/Measures.java"))
                .resolveSibling("unwanted-words.txt");
        return Files.readAllLines(beside).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=")[0].strip().replace(" ", "\\s+"))
                .toList();
    }

    /** Counts doc comments of main Java that begin with a pronoun, a relative or a preposition. */
    private void docComments() {
        var beginning = Pattern.compile("/\\*\\*[\\s*]*(\\w+)");
        var riddles = Pattern.compile("(?i)it|its|they|this|that|these|those|which|who|whose|what|where|when|whether|how"
                + "|with|without|by|for|from|to|of|in|on|at|so|as|and|also|only|not|never|said|asked");
        var first = units.stream()
                .flatMap(unit -> beginning.matcher(unit.text()).results())
                .map(found -> found.group(1))
                .toList();
        long found = first.stream().filter(word -> riddles.matcher(word).matches()).count();
        rows.put(
                "doc comments that begin with a pronoun, relative or preposition",
                Math.round(100.0 * found / first.size()) + " % of " + first.size());
    }

    private void casts() throws IOException {
        var cast = Pattern.compile("\\bt\\((`[^`]*`|[^()`'\"]*)\\s+as\\s|\\bt\\(`[^`]*\\bas\\s");
        long casts = 0;
        for (var file : files(root.resolve("frontend/src"), name -> name.endsWith(".ts") || name.endsWith(".tsx"))) {
            casts += cast.matcher(Files.readString(file)).results().count();
        }
        rows.put("casts in t() in the frontend", String.valueOf(casts));
    }

    // --- Tests --------------------------------------------------------------------------------------

    /** Adds up the reports of the last test run: surefire's files, and target/vitest.json of the frontend if it exists. */
    private void testMinutes() throws IOException {
        var minutes = new LinkedHashMap<String, String>();
        var time = Pattern.compile("<testsuite\\b[^>]*?\\btime=\"([0-9.,]+)\"");
        for (var module : MODULES) {
            double seconds = 0;
            for (var report : files(root.resolve(module).resolve("target/surefire-reports"), name -> name.startsWith("TEST-"))) {
                var found = time.matcher(Files.readString(report));
                seconds += found.find() ? Double.parseDouble(found.group(1).replace(",", "")) : 0;
            }
            if (seconds > 0) {
                minutes.put(module, "%.1f".formatted(seconds / 60));
            }
        }
        var pages = root.resolve("frontend/target/vitest.json");
        if (Files.isReadable(pages)) {
            var span = Pattern.compile("\"startTime\":([0-9.]+),\"endTime\":([0-9.]+)");
            double milliseconds = span.matcher(Files.readString(pages)).results()
                    .mapToDouble(found -> Double.parseDouble(found.group(2)) - Double.parseDouble(found.group(1)))
                    .sum();
            minutes.put("frontend", "%.1f".formatted(milliseconds / 60_000));
        }
        rows.put(
                "minutes of tests, by their reports",
                minutes.isEmpty()
                        ? "no reports"
                        : minutes.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(joining(", ")));
    }

    // --- Small helpers ------------------------------------------------------------------------------

    private static List<Path> files(Path folder, Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (var children = Files.list(folder)) {
            for (var child : children.sorted().toList()) {
                var name = child.getFileName().toString();
                if (Files.isSymbolicLink(child)) {
                    continue;
                }
                if (Files.isDirectory(child)) {
                    if (!SKIPPED.contains(name) || folder.endsWith("target")) {
                        found.addAll(files(child, wanted));
                    }
                } else if (wanted.test(name)) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    private static int percentile(Collection<Integer> values, int percent) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static String last(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static String simpleName(Unit unit) {
        return unit.file().getFileName().toString().replace(".java", "");
    }
}

package uk.alongside.gateway.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words and options of a command line. An option that the command does not have is refused. */
final class Options {

    private static final Pattern SECRET = Pattern.compile(".*(secret|password|token|key).*");

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> switches;

    private Options(Set<String> switches) {
        this.switches = switches;
    }

    /**
     * Reads a command line.
     *
     * @param valued the options that need a value, such as {@code name}
     * @param switches the options without a value, such as {@code json}
     */
    static Options read(List<String> line, Set<String> valued, Set<String> switches) {
        var read = new Options(switches);
        for (int i = 0; i < line.size(); i++) {
            var word = line.get(i);
            if (!word.startsWith("--")) {
                read.words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            var name = word.substring(2, equals < 0 ? word.length() : equals);
            if (switches.contains(name) && equals < 0) {
                read.values.put(name, "");
            } else if (!valued.contains(name)) {
                throw unknown(name, valued, switches);
            } else if (equals >= 0) {
                read.values.put(name, word.substring(equals + 1));
            } else if (i + 1 < line.size()) {
                i++;
                read.values.put(name, line.get(i));
            } else {
                throw CommandFailed.refused("--" + name + " needs a value.");
            }
        }
        return read;
    }

    private static CommandFailed unknown(String name, Set<String> valued, Set<String> switches) {
        if (SECRET.matcher(name).matches()) {
            return CommandFailed.refused(
                    "A secret is never an option, because other programs of this machine can read a"
                            + " command line. Put the operator's secret into a file and name it in "
                            + Settings.SECRET_FILE + ".");
        }
        var known = Stream.concat(valued.stream(), switches.stream())
                .sorted()
                .map(option -> "--" + option)
                .collect(Collectors.joining(", "));
        return CommandFailed.refused("There is no option --" + name + " here. There are: " + known + ".");
    }

    List<String> words() {
        return List.copyOf(words);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean json() {
        return switches.contains("json") && has("json");
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String need(String name) {
        return find(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> CommandFailed.refused("Give --" + name + "."));
    }
}

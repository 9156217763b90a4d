package uk.alongside.localstack.servers;

import java.util.Map;
import uk.alongside.localstack.machine.LocalStackException;

/**
 * Fills in the variables of a script that is written for psql: {@code :'name'} as a literal, {@code :"name"} as an
 * identifier, {@code :name} as it is. Like psql, it leaves quoted text, dollar quotes, comments and casts alone, so that
 * a database administrator can run the very same file.
 */
public final class PsqlScript {

    private final String text;
    private final Map<String, String> variables;
    private final StringBuilder result = new StringBuilder();
    private int at;

    private PsqlScript(String text, Map<String, String> variables) {
        this.text = text;
        this.variables = variables;
    }

    public static String fill(String text, Map<String, String> variables) {
        return new PsqlScript(text, variables).fill();
    }

    private String fill() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                copyTo(endOf("\n", at));
            } else if (text.startsWith("/*", at)) {
                copyTo(endOf("*/", at + 2));
            } else if (c == '\'' || c == '"') {
                copyTo(endOf(String.valueOf(c), at + 1));
            } else if (c == '$' && dollarTag() != null) {
                var tag = dollarTag();
                copyTo(endOf(tag, at + tag.length()));
            } else if (text.startsWith("::", at)) {
                copyTo(at + 2);
            } else if (c == ':' && at + 1 < text.length()) {
                variable();
            } else {
                copyTo(at + 1);
            }
        }
        return result.toString();
    }

    private void variable() {
        char quote = text.charAt(at + 1);
        boolean quoted = quote == '\'' || quote == '"';
        int start = quoted ? at + 2 : at + 1;
        int end = start;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        boolean closed = !quoted || (end < text.length() && text.charAt(end) == quote);
        if (end == start || !closed) {
            copyTo(at + 1);
            return;
        }
        var name = text.substring(start, end);
        var value = variables.get(name);
        if (value == null) {
            throw new LocalStackException("The script uses the variable " + name + ", which has no value.");
        }
        if (quote == '\'') {
            result.append('\'').append(value.replace("'", "''")).append('\'');
        } else if (quote == '"') {
            result.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            result.append(value);
        }
        at = quoted ? end + 1 : end;
    }

    private @org.jspecify.annotations.Nullable String dollarTag() {
        int end = at + 1;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '$' ? text.substring(at, end + 1) : null;
    }

    private int endOf(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private void copyTo(int end) {
        result.append(text, at, end);
        at = end;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}

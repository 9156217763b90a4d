package uk.alongside.localstack.cli;

import java.util.Locale;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.Part;
import uk.alongside.localstack.machine.Memory;

/** The command {@code ./alongside status}, which shows each part's process, port and memory. */
final class Status {

    private Status() {}

    /** Prints the table. Returns whether every part runs. */
    static boolean print(LocalStack stack, Progress progress) {
        boolean all = true;
        long sum = 0;
        var lines = new StringBuilder();
        lines.append(line("", "process", "port", "memory"));
        for (var part : Part.values()) {
            if (part.isManagement()) {
                continue;
            }
            var running = stack.running(part);
            var port = stack.state().remembered(part.id() + ".port").orElse("-");
            if (stack.isOutside(part)) {
                lines.append(line(part.words(), "outside", "-", "-"));
            } else if (running.isPresent()) {
                long memory = Memory.of(running.get());
                sum += memory;
                lines.append(line(part.words(), String.valueOf(running.get().pid()), port, Memory.words(memory)));
            } else {
                all = false;
                lines.append(line(part.words(), "stopped", port, "-"));
            }
        }
        lines.append(line("together", "", "", Memory.words(sum)));
        progress.print(lines.toString());
        return all;
    }

    private static String line(String what, String process, String port, String memory) {
        return String.format(Locale.ROOT, "%-24s %-10s %-6s %10s%n", what, process, port, memory);
    }
}

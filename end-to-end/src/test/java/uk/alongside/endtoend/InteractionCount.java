package uk.alongside.endtoend;

import java.util.LinkedHashMap;
import java.util.Map;

/** The number of clicks and typed characters, by stage and in total. */
final class InteractionCount {

    private final Map<String, int[]> stages = new LinkedHashMap<>();
    private String stage = "";

    void stage(String name) {
        stage = name;
    }

    void click() {
        current()[0]++;
    }

    void type(int characters) {
        current()[1] += characters;
    }

    private int[] current() {
        return stages.computeIfAbsent(stage, _ -> new int[2]);
    }

    void print() {
        stages.forEach((name, counts) -> line(name, counts[0], counts[1]));
        line(
                "in all",
                stages.values().stream().mapToInt(counts -> counts[0]).sum(),
                stages.values().stream().mapToInt(counts -> counts[1]).sum());
    }

    private static void line(String name, int clicks, int characters) {
        System.out.printf("A new council, %s: %d clicks, %d characters.%n", name, clicks, characters);
    }
}

package uk.alongside.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The frontend's addresses, from the list that its own test compares with the router, and the addresses that were
 * visited.
 */
final class Routes {

    private final List<String> all;
    private final Set<String> visited = new TreeSet<>();

    Routes() {
        try {
            all = Files.readAllLines(Deployment.root().resolve("frontend/src/app/routes.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void visit(String address) {
        var path = URI.create(address).getPath();
        all.stream()
                .filter(route -> path.matches(route.replaceAll(":[A-Za-z]+", "[^/]+")))
                // Of /hubs/new and /hubs/:hubId this chooses the one without a parameter.
                .min(Comparator.comparingLong(
                        route -> route.chars().filter(at -> at == ':').count()))
                .ifPresent(visited::add);
    }

    List<String> notVisited() {
        return all.stream().filter(route -> !visited.contains(route)).toList();
    }
}

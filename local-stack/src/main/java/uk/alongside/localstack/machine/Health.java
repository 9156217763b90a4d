package uk.alongside.localstack.machine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Asks a server's health page until it answers. */
public enum Health {
    HEALTHY,
    ENDED,
    TOO_SLOW;

    /** Waits until the page answers 200, the process has ended, or the time limit is over. */
    public static Health waitFor(URI page, Duration patience, BooleanSupplier runs) {
        var question =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(5)).build();
        try (var client = HttpClient.newHttpClient()) {
            return Processes.waitFor(patience, () -> runs.getAsBoolean() ? ask(client, question) : Optional.of(ENDED))
                    .orElse(TOO_SLOW);
        }
    }

    private static Optional<Health> ask(HttpClient client, HttpRequest question) {
        try {
            var answer = client.send(question, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200 ? Optional.of(HEALTHY) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted.", e);
        }
    }
}

package uk.alongside.tenant.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, follows redirects and fills in the forms of Keycloak's pages. */
final class KeycloakPages {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"", Pattern.DOTALL);
    private static final int MOST_REDIRECTS = 20;

    private final String back;
    private final Map<Cookie, String> cookies = new LinkedHashMap<>();
    private URI address = URI.create("about:blank");
    private URI action = address;
    private String page = "";

    private record Cookie(String name, String path) {}

    /** Makes a browser that stops where a redirect leads to this address. */
    KeycloakPages(String back) {
        this.back = back;
    }

    KeycloakPages open(String target) {
        return follow(HttpRequest.newBuilder(URI.create(target)).GET());
    }

    /** Sends the page's form with these fields. */
    KeycloakPages submit(Map<String, String> fields) {
        var form = FORM.matcher(page);
        if (!form.find()) {
            throw new AssertionError("No form at " + address + ": " + text());
        }
        action = address.resolve(form.group(1).replace("&amp;", "&"));
        return submitAgain(fields);
    }

    /** Sends these fields to the address of the last form, as a person can who changes a page. */
    KeycloakPages submitAgain(Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return follow(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Opens the link of the page that has this id. */
    KeycloakPages openLink(String id) {
        var link = Pattern.compile("<a[^>]*\\sid=\"" + id + "\"[^>]*\\shref=\"([^\"]+)\"")
                .matcher(page);
        if (!link.find()) {
            throw new AssertionError("No link " + id + " at " + address + ": " + text());
        }
        return open(address.resolve(link.group(1).replace("&amp;", "&")).toString());
    }

    boolean shows(String part) {
        return page.contains(part);
    }

    /** Returns the code of a sign-in that is complete. */
    Optional<String> code() {
        var found = Pattern.compile("[?&]code=([^&]+)").matcher(address.toString());
        return address.toString().startsWith(back) && found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Returns what the group of this pattern matches in the page. */
    String found(Pattern pattern) {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("No " + pattern + " at " + address + ": " + text());
        }
        return found.group(1);
    }

    URI address() {
        return address;
    }

    /** Returns the words of the page, for a failed test. */
    String text() {
        return page.replaceAll("(?s)<(script|style|head).*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    private KeycloakPages follow(HttpRequest.Builder first) {
        var request = first;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            var answer = send(request);
            address = answer.uri();
            page = answer.body();
            var location = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                return this;
            }
            address = address.resolve(location.get());
            if (address.toString().startsWith(back)) {
                return this;
            }
            request = HttpRequest.newBuilder(address).GET();
        }
        throw new AssertionError("Too many redirects at " + address);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var path = request.copy().build().uri().getPath();
        var sent = cookies.entrySet().stream()
                .filter(cookie -> path.startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        try {
            var answer = CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        var parts = header.split(";", -1);
        var pair = parts[0].split("=", 2);
        var path = "/";
        var over = false;
        for (var part : parts) {
            var word = part.strip();
            if (word.regionMatches(true, 0, "Path=", 0, 5)) {
                path = word.substring(5);
            }
            over |= word.equalsIgnoreCase("Max-Age=0");
        }
        if (over) {
            cookies.remove(new Cookie(pair[0], path));
        } else {
            cookies.put(new Cookie(pair[0], path), pair[1]);
        }
    }
}

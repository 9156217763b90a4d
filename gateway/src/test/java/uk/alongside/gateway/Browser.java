package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.localstack.servers.OneTimeCode;

/** A minimal browser for sign-in: it handles cookies, redirects and one form at a time, and keeps every answer. */
final class Browser {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final RunningGateway gateway;
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final List<Answer> seen = new ArrayList<>();
    private @Nullable String userAgent;

    record Answer(URI address, int status, Map<String, List<String>> headers, String body) {

        @Nullable
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .flatMap(it -> it.getValue().stream())
                    .findFirst()
                    .orElse(null);
        }

        String location() {
            var location = header("Location");
            return location == null ? "" : location;
        }

        JsonNode json() {
            return JSON.readTree(body);
        }

        /** Returns the last segment of a problem's type. */
        String problem() {
            return json().path("type").asString().replaceFirst(".*/", "");
        }
    }

    Browser(RunningGateway gateway) {
        this.gateway = gateway;
    }

    /** Names this browser to servers from now on. */
    Browser named(String name) {
        this.userAgent = name;
        return this;
    }

    /** Opens a page and follows its redirects. */
    Answer open(String path) {
        return open(gateway.url(path));
    }

    Answer open(URI address) {
        var answer = openWithoutFollowing(address);
        for (int hops = 0; answer.status() >= 300 && answer.status() < 400; hops++) {
            if (hops > 15) {
                throw new AssertionError("A loop at " + answer.address());
            }
            answer = openWithoutFollowing(answer.address().resolve(answer.location()));
        }
        return answer;
    }

    Answer openWithoutFollowing(String path) {
        return openWithoutFollowing(gateway.url(path));
    }

    Answer openWithoutFollowing(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html,application/xhtml+xml"));
    }

    /** Returns another tab of the same browser. */
    Browser copy() {
        var tab = new Browser(gateway);
        cookies.forEach((authority, jar) -> tab.cookies.put(authority, new HashMap<>(jar)));
        return tab;
    }

    /** Signs in at the gateway and returns the page after it. */
    Answer signIn(Account person) {
        return signIn(person, "/");
    }

    Answer signIn(Account person, String returnTo) {
        return fillIn(open("/oauth2/authorization/sign-in?return=" + encoded(returnTo)), person);
    }

    /**
     * Fills in Keycloak's forms: first the name, then the password. Keycloak works on one sign-in of a person at a time,
     * and ends it a moment after its answer. Until then it refuses another one, and does not count it as a failure.
     */
    Answer fillIn(Answer page, Account person) {
        var answer = new AtomicReference<>(page);
        RunningGateway.eventually(() -> {
            answer.set(fillInOnce(answer.get(), person));
            return !isSignInForm(answer.get()) || Realm.failuresOf(person) > 0;
        });
        return answer.get();
    }

    private Answer fillInOnce(Answer page, Account person) {
        var answer = page;
        for (int steps = 0; steps < 2 && isSignInForm(answer); steps++) {
            var fields = answer.body().contains("name=\"password\"")
                    ? Map.of("username", person.username(), "password", person.password())
                    : Map.of("username", person.username());
            answer = submit(answer, fields);
        }
        return answer;
    }

    private static boolean isSignInForm(Answer answer) {
        return answer.body().contains("kc-form-login");
    }

    /** Sets up an authenticator app and passes the recovery codes, and returns the page after them. */
    Answer setUpAuthenticator(Answer page) {
        var secret = hidden(page, "totpSecret");
        var codes = submit(
                page,
                Map.of(
                        "totpSecret",
                        secret,
                        "totp",
                        OneTimeCode.of(secret, Clock.systemUTC().instant()),
                        "userLabel",
                        "Authenticator app"));
        return submit(
                codes,
                Map.of(
                        "generatedRecoveryAuthnCodes",
                        hidden(codes, "generatedRecoveryAuthnCodes"),
                        "generatedAt",
                        hidden(codes, "generatedAt"),
                        "userLabel",
                        "Recovery codes"));
    }

    private static String hidden(Answer page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("No " + name + " at " + page.address() + ": " + page.body());
        }
        return field.group(1);
    }

    Answer submit(Answer page, Map<String, String> fields) {
        var action = FORM.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("No form at " + page.address() + ": " + page.body());
        }
        var answer = send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&")))));
        return answer.status() == 302 || answer.status() == 303
                ? open(answer.address().resolve(answer.location()))
                : answer;
    }

    /** Chooses a council, as the page does. */
    Answer choose(String alias) {
        return open("/oauth2/authorization/council?council=" + alias);
    }

    Answer session() {
        return get("/session");
    }

    String pageToken() {
        var session = session();
        assertThat(session.status()).as(session.body()).isEqualTo(200);
        return session.json().path("csrf").path("token").asString();
    }

    /** Reads as a page's script does. */
    Answer get(String path, String... headers) {
        return send(api(path, headers));
    }

    /** Writes as a page's script does. */
    Answer post(String path, String body, String... headers) {
        return send(api(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Deletes as a page's script does. */
    Answer delete(String path, String... headers) {
        return send(api(path, headers).DELETE());
    }

    /** Reads an event stream as a page's script does. */
    BufferedReader stream(String path, String... headers) {
        var cookies = cookies().entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(gateway.url(path)).header("Accept", "text/event-stream");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder api(String path, String... headers) {
        var request = HttpRequest.newBuilder(gateway.url(path)).header("Accept", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer send(HttpRequest.Builder request) {
        var address = request.build().uri();
        var jar = cookies.computeIfAbsent(address.getAuthority(), _ -> new HashMap<>());
        if (userAgent != null) {
            request.header("User-Agent", userAgent);
        }
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response =
                    HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(cookie -> take(jar, cookie));
            var answer = new Answer(
                    address, response.statusCode(), response.headers().map(), response.body());
            seen.add(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void take(Map<String, String> jar, String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
            jar.remove(pair[0]);
        } else {
            jar.put(pair[0], pair[1]);
        }
    }

    Answer signOut(boolean byForm) {
        var origin = gateway.url("/").toString().replaceAll("/$", "");
        return send(HttpRequest.newBuilder(gateway.url("/sign-out"))
                .header("Accept", byForm ? "text/html" : "application/json")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Signs another person in to Keycloak in this browser. */
    void takeCookiesOfKeycloakFrom(Browser other) {
        other.cookies.forEach((authority, jar) -> {
            if (!authority.equals(gateway.url("/").getAuthority())) {
                cookies.put(authority, new HashMap<>(jar));
            }
        });
    }

    /** Returns the gateway's cookies. */
    Map<String, String> cookies() {
        return cookies.computeIfAbsent(gateway.url("/").getAuthority(), _ -> new HashMap<>());
    }

    /** Returns everything that this browser was ever sent. */
    List<Answer> seen() {
        return seen;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package uk.alongside.endtoend;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.endtoend.Spans.Span;
import uk.alongside.localstack.Part;

/**
 * Books a person while the product is watched in every way, and searches for the person in all that comes out:
 * measurements, logs and traces.
 */
@Tag("slow")
@Order(Integer.MAX_VALUE - 1)
@SuppressWarnings("NullAway.Init") // filled before the first test
class WatchingTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final List<Part> SERVICES = List.of(Part.GATEWAY, Part.TENANT_SERVICE, Part.CONVERSATIONS_SERVICE);
    private static final JsonMapper JSON = new JsonMapper();

    private static final String SURNAME = "Quillfeather";
    private static final String PHONE = "01632 960987";
    private static final String EMAIL = "ottoline.q@made-up.example";

    private static Spans spans;
    private static String person;
    private static String slot;
    private static String booking;

    @BeforeAll
    static void bookAPerson() throws Exception {
        spans = new Spans();
        for (var service : SERVICES) {
            DEPLOYED.restart(
                    service,
                    Map.of(
                            "ALONGSIDE_TRACES_ENDPOINT",
                            spans.address(),
                            "MANAGEMENT_TRACING_SAMPLING_PROBABILITY",
                            "1.0",
                            "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULE_DELAY",
                            "200ms",
                            "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                            "health,prometheus",
                            "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                            "ecs",
                            // One line for each transaction, in the request's own trace.
                            "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_ORM_JPA",
                            "debug"));
        }
        var council = DEPLOYED.larkshire();
        var made = council.post(
                "/api/people",
                Map.of(
                        "firstName",
                        "Ottoline",
                        "lastName",
                        SURNAME,
                        "phone",
                        PHONE,
                        "email",
                        EMAIL,
                        "needs",
                        List.of()));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        person = made.json().path("id").asString();
        slot = World.in(council, List.of("slotId")).id("slotId");
        var booked = council.call(
                "POST",
                "/api/slots/" + slot + "/bookings",
                Map.of("personId", person),
                Map.of(
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "traceparent",
                        "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01"));
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        booking = booked.json().path("id").asString();
        assertThat(council.post("/api/people/search", Map.of("text", SURNAME)).text())
                .contains(SURNAME);
        Client.with(DEPLOYED.conversations(), "not a token").get("/api/hubs");
    }

    @AfterAll
    static void goOnUnwatched() {
        SERVICES.forEach(service -> DEPLOYED.restart(service, Map.of()));
        spans.close();
    }

    @Test
    void aBookingIsOneTraceFromTheGatewayToTheSql() throws Exception {
        Waiting.until(
                "the trace of the booking arrives",
                () -> !ofTheBooking().isEmpty()
                        && ofTheBooking().stream()
                                .anyMatch(span -> span.service().contains("gateway"))
                        && ofTheBooking().stream()
                                .anyMatch(span -> span.parent().isEmpty()));
        var trace = ofTheBooking();

        assertThat(trace.stream().filter(span -> span.parent().isEmpty()))
                .as("the beginning")
                .singleElement()
                .satisfies(span -> assertThat(span.service()).contains("gateway"));
        var ids = trace.stream().map(Span::id).collect(toSet());
        assertThat(trace).allMatch(span -> span.parent().isEmpty() || ids.contains(span.parent()));
        assertThat(trace.stream().map(Span::name)).contains("http post /api/slots/{slotId}/bookings");
        assertThat(trace)
                .anyMatch(span -> span.name().equals("sql insert")
                        && span.service().contains("conversations-service")
                        && span.attributes().contains("booking")
                        && span.attributes().contains("?"));
        assertThat(trace.getFirst().trace()).isNotEqualTo("0123456789abcdef0123456789abcdef");
    }

    @Test
    void noTraceHoldsThePerson() throws Exception {
        Waiting.until("the trace of the booking arrives", () -> !ofTheBooking().isEmpty());

        assertWithoutThePerson(spans.everything());
    }

    @Test
    void noMeasurementHoldsThePerson() throws Exception {
        var all = measurements();

        assertThat(all)
                .contains(
                        "alongside_operations_total{operation=\"createBooking\",result=\"done\"}",
                        "alongside_council_operations_total{council=\"" + hash() + "\",result=\"done\"}");
        assertWithoutThePerson(all);
        assertThat(all).doesNotContain(DEPLOYED.councilId("larkshire"));
    }

    @Test
    void logsAreJsonWithTheTraceAndTheHashOfTheCouncilAndWithoutThePerson() throws Exception {
        Waiting.until("the trace of the booking arrives", () -> !ofTheBooking().isEmpty());
        var trace = ofTheBooking().getFirst().trace();
        var lines = Files.readAllLines(DEPLOYED.logOf(Part.CONVERSATIONS_SERVICE)).stream()
                .filter(line -> line.startsWith("{"))
                .toList();

        var ofTheBooking = lines.stream().filter(line -> line.contains(trace)).toList();
        assertThat(ofTheBooking).isNotEmpty();
        assertThat(ofTheBooking.stream().map(JSON::readTree)).allSatisfy(line -> {
            assertThat(line.path("traceId").asString()).isEqualTo(trace);
            assertThat(line.path("council").asString()).isEqualTo(hash());
        });
        assertWithoutThePerson(String.join("\n", lines));
        assertWithoutThePerson(Files.readString(DEPLOYED.logOf(Part.GATEWAY)));
    }

    @Test
    void anotherCouncilsRowIsStillAnsweredLikeOneThatNeverWas() {
        var foreign = DEPLOYED.meadowshire().get("/api/bookings/" + booking);
        var never = DEPLOYED.meadowshire().get("/api/bookings/" + UUID.randomUUID());

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.comparable()).isEqualTo(never.comparable());
    }

    @Test
    void eachMeasurementOfTheDashboardsAndAlertsExists() throws Exception {
        var chart = Deployment.root().resolve("helm");
        var read = new TreeSet<String>();
        try (var dashboards = Files.list(chart.resolve("dashboards"))) {
            for (var file : Stream.concat(dashboards, Stream.of(chart.resolve("templates/prometheusrule.yaml")))
                    .toList()) {
                Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\{")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> read.add(found.group(1)));
            }
        }
        var offered = measurements()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[ {]", 2)[0])
                .collect(toSet());

        // The addresses of this deployment are plain, and only HTTPS has certificates. CertificateWatchTest reads it.
        read.remove("alongside_certificate_remaining_seconds");
        assertThat(read).hasSizeGreaterThan(15);
        assertThat(offered).containsAll(read);
    }

    private static List<Span> ofTheBooking() {
        var all = spans.all();
        return all.stream()
                .filter(span -> span.name().equals("http post /api/slots/{slotId}/bookings"))
                .findFirst()
                .map(found -> all.stream()
                        .filter(span -> span.trace().equals(found.trace()))
                        .toList())
                .orElse(List.of());
    }

    private static void assertWithoutThePerson(String text) {
        assertThat(Stream.of(
                                SURNAME,
                                "Ottoline",
                                PHONE,
                                PHONE.replace(" ", ""),
                                EMAIL,
                                person,
                                person.replace("-", ""),
                                slot,
                                booking)
                        .filter(text::contains))
                .isEmpty();
    }

    private static String hash() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(DEPLOYED.councilId("larkshire").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 4);
    }

    private static String measurements() {
        return SERVICES.stream()
                .map(service -> get(URI.create(DEPLOYED.managementOf(service) + "/prometheus")))
                .collect(joining("\n"));
    }

    private static String get(URI address) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

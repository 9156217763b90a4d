package uk.alongside.gateway.command;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Books a made-up person in the council for tests of the installation, as a member of it, and cancels the booking
 * (docs/adr/0070). The operator opens the council for the client before and closes it afterwards, whatever happened, and
 * then the council is empty again.
 */
final class TestBooking {

    private static final String COUNCIL = "/api/installation-test";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Settings settings;
    private final String secret;
    private final Wire wire;
    private final Clock clock;
    private final OperatorApi operator;

    TestBooking(Settings settings, String secret, Wire wire, Clock clock, OperatorApi operator) {
        this.settings = settings;
        this.secret = secret;
        this.wire = wire;
        this.clock = clock;
        this.operator = operator;
    }

    /** Does all steps, and returns in words what was done. */
    String execute() {
        var council = operator.post(COUNCIL, empty(), UUID.randomUUID());
        var member = new Member(
                council.path("client").asString(), council.path("alias").asString());
        try {
            book(member);
        } finally {
            operator.post(COUNCIL + "/end", empty(), UUID.randomUUID());
        }
        until("the client is shut out of the council again", member::isShutOut);
        return "booked a made-up person in the council " + council.path("alias").asString()
                + ", read the booking on the day, cancelled it and emptied the council";
    }

    private void book(Member member) {
        until("conversations-service knows the client", member::isAdmitted);
        var hub = member.post("/api/hubs", hub()).path("id").asString();
        var day = LocalDate.now(clock.withZone(LONDON)).plusDays(7);
        var session = member.post("/api/hubs/" + hub + "/sessions", session(day));
        var slot = session.at("/slots/0/id").asString();
        var person = member.post("/api/people", person()).path("id").asString();
        var booking = member.post(
                        "/api/slots/" + slot + "/bookings",
                        JsonNodeFactory.instance.objectNode().put("personId", person))
                .path("id")
                .asString();
        require(
                "the board of the day has the booking",
                member.get("/api/hubs/" + hub + "/days/" + day).toString().contains(booking));
        require("the slot has one place less", taken(member, session) == 1);
        member.post(
                "/api/bookings/" + booking + "/cancel",
                JsonNodeFactory.instance.objectNode().put("askedBy", "person"));
        require("the cancelled place is free again", taken(member, session) == 0);
    }

    private static int taken(Member member, JsonNode session) {
        return member.get("/api/sessions/" + session.path("id").asString())
                .at("/slots/0/taken")
                .asInt(-1);
    }

    private static JsonNode hub() {
        var hub = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Made-up hall for a test")
                .put("postcode", "ZY1 1ZZ");
        hub.putArray("address").add("1 Made-up Street");
        hub.putArray("accessFeatures");
        return hub;
    }

    private static JsonNode session(LocalDate day) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("date", day.toString())
                .put("starts", "09:30")
                .put("ends", "10:30")
                .put("slotMinutes", 30)
                .put("placesPerSlot", 1);
    }

    private static JsonNode person() {
        var person = JsonNodeFactory.instance
                .objectNode()
                .put("firstName", "Made-up")
                .put("lastName", "Person")
                .put("phone", "07700 900123");
        person.putArray("needs");
        return person;
    }

    private static JsonNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void require(String what, boolean holds) {
        if (!holds) {
            throw CommandFailed.noAnswer("It was not seen that " + what + ". See the logs of conversations-service.");
        }
    }

    /** Waits for what travels between the services. */
    private void until(String what, BooleanSupplier holds) {
        var end = clock.instant().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (clock.instant().isAfter(end)) {
                throw CommandFailed.noAnswer("After " + PATIENCE.toMinutes() + " minutes it is not so that " + what
                        + ". See docs/runbooks/QueueLate.md.");
            }
            try {
                Thread.sleep(Duration.ofMillis(500));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw CommandFailed.noAnswer("The command was interrupted. Run it again.");
            }
        }
    }

    /** The client as a member of the council, through the gateway. */
    private final class Member {

        private final ClientToken token;

        Member(String client, String council) {
            this.token = new ClientToken(
                    wire,
                    clock,
                    settings.realm(),
                    client,
                    secret,
                    "organization:" + council,
                    answer -> CommandFailed.refused("Keycloak does not accept the client " + client
                            + " with this secret (" + answer.statusCode() + "). The realm needs the client, and"
                            + " ALONGSIDE_INSTALLATION_TEST_SECRET its secret."));
        }

        /** Returns whether both services admit the client now. */
        boolean isAdmitted() {
            return status("/api/council") == 200 && status("/api/settings") == 200;
        }

        /** Returns whether neither service admits the client now. */
        boolean isShutOut() {
            return status("/api/council") == 403 && status("/api/settings") == 403;
        }

        private int status(String path) {
            return wire.send(request(path).GET()).statusCode();
        }

        JsonNode get(String path) {
            return OperatorApi.read(wire.send(request(path).GET()));
        }

        JsonNode post(String path, JsonNode body) {
            return OperatorApi.read(wire.send(request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(body.toString()))));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(settings.gateway().resolve(path))
                    .header("Accept", "application/json, application/problem+json")
                    .header("Authorization", "Bearer " + token.value());
        }
    }
}

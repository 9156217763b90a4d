package uk.alongside.localstack.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.alongside.localstack.Part;
import uk.alongside.localstack.Product;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.Processes;
import uk.alongside.localstack.machine.StateFolder;

/**
 * Three made-up councils with made-up people, created through the product's public API. Only their members and their
 * past are written beside it.
 *
 * <p>A repeated load adds only what is missing; on a later day it adds sessions for the days ahead.
 */
public final class Demonstration {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int DAYS_AHEAD = 7;
    private static final int HUBS_WITH_SESSIONS = 3;

    /** The council that shares its figures. The other two show the page of a council that does not. */
    private static final String SHARES = "larkshire";

    /** The council that offers to talk about measures, so that a question of another one is passed to it. */
    private static final String OFFERS = "meadowshire";

    /** The number of people who are booked today and on each of the following days. */
    private static final List<Integer> BOOKED = List.of(7, 4, 3, 2);

    private final Product product;
    private final StateFolder state;
    private final Clock clock = Clock.system(LONDON);

    public Demonstration(Product product, StateFolder state) {
        this.product = product;
        this.state = state;
    }

    /** Writes the sheets of the invented councils with which the demonstration is compared, before tenant-service starts. */
    public static void writePeers(Product product) {
        MadeUpPeers.write(product.peersFile(), LocalDate.now(LONDON));
    }

    /** Returns whether an earlier run created today's sessions and bookings. */
    public boolean isUpToDate() {
        return state.remembered("demonstration").filter(today()::equals).isPresent();
    }

    /** Creates the records that are missing. */
    public void load() {
        var councils = List.of(read("larkshire"), read("meadowshire"), read("brackenshire"));
        try (var operator = ApiClient.operator(product);
                var members = members()) {
            councils.forEach(council -> create(operator, members, council));
        }
        together(councils, this::fill);
        try (var operator = ApiClient.operator(product)) {
            councils.forEach(council -> createPast(operator, council));
            receiveBenchmarks(UUID.fromString(idOf(operator, SHARES).orElseThrow()));
        }
        state.remember("demonstration", today());
    }

    /** Does the same for each council at the same time, because the gateway limits how fast one client may call. */
    private static void together(List<JsonNode> councils, Consumer<JsonNode> work) {
        try (var workers = Executors.newFixedThreadPool(councils.size())) {
            var all = councils.stream()
                    .map(council -> CompletableFuture.runAsync(() -> work.accept(council), workers))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalStackException failure ? failure : e;
        }
    }

    private MadeUpMembers members() {
        var database = product.databaseOf(Part.TENANT_SERVICE).name();
        return new MadeUpMembers(product.keycloak(), product.postgres().superuser(database));
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private static void create(ApiClient operator, MadeUpMembers members, JsonNode council) {
        var alias = council.path("alias").asString();
        var id = idOf(operator, alias).orElseGet(() -> {
            var request = JSON.createObjectNode();
            for (var field : List.of("name", "alias", "talkingPoint", "contactPhone", "contactEmail", "firstLead")) {
                request.set(field, council.path(field));
            }
            request.put("demonstration", true);
            request.put("live", true);
            return operator.post("/api/councils", request, alias)
                    .orFail("Making the council " + alias)
                    .path("council")
                    .path("id")
                    .asString();
        });
        for (var member : council.path("members")) {
            var roles =
                    member.path("roles").valueStream().map(JsonNode::asString).toList();
            var name = member.path("name").asString();
            if (member.has("clientId")) {
                members.addMachine(
                        UUID.fromString(id), name, member.path("clientId").asString(), roles);
            } else {
                members.addPerson(
                        UUID.fromString(id), name, member.path("email").asString(), roles);
            }
        }
    }

    private static Optional<String> idOf(ApiClient operator, String alias) {
        for (var council :
                operator.get("/api/councils").orFail("Listing the councils").path("items")) {
            if (alias.equals(council.path("alias").asString())) {
                return Optional.of(council.path("id").asString());
            }
        }
        return Optional.empty();
    }

    private void fill(JsonNode council) {
        var alias = council.path("alias").asString();
        try (var client = ApiClient.of(product, council.path("machine").asString(), alias)) {
            // tenant-service delivers members to conversations-service by its outbox, a moment after it creates them.
            var known = Processes.waitFor(
                    Duration.ofMinutes(2),
                    () -> Optional.of(client.get("/api/council").status()).filter(status -> status == 200));
            if (known.isEmpty()) {
                throw new LocalStackException(
                        "conversations-service does not know the members of " + alias + "; see its log.");
            }
            client.postCsv("/api/hubs/imports", text(alias + "-hubs.csv"), alias + " hubs")
                    .orFail("Importing the hubs of " + alias);
            client.postCsv("/api/assets/import", text(alias + "-assets.csv"), alias + " assets")
                    .orFail("Importing the community assets of " + alias);
            var hubs = hubs(client);
            setUp(client, council, hubs);
            hubs.forEach(hub -> createSessions(client, hub));
            var people = people(client, council);
            book(client, hubs, people);
            recordConversations(client, council, hubs, people);
            recordMeasures(client, council, people);
            writeAboutMe(client, council, people);
            if (alias.equals(SHARES)) {
                share(client);
            }
            if (alias.equals(OFFERS)) {
                offer(client);
            }
        }
    }

    private void share(ApiClient client) {
        state.remembered("demonstration-sharing", () -> {
            client.put(
                            "/api/sheet-sharing",
                            JSON.createObjectNode().put("shares", true),
                            client.get("/api/sheet-sharing"))
                    .orFail("Turning on the sharing of figures");
            return "on";
        });
    }

    private void offer(ApiClient client) {
        state.remembered("demonstration-offer", () -> {
            var offer = JSON.createObjectNode();
            offer.putArray("rates").add("attended").add("listened-to");
            client.put("/api/introductions/offer", offer, client.get("/api/introductions/offer"))
                    .orFail("Offering to talk with other councils");
            return "on";
        });
    }

    /**
     * Waits until a council has the releases with the invented councils. tenant-service makes and delivers them every hour;
     * its task is asked to run now, until it has. If it needs longer, they come later.
     */
    private void receiveBenchmarks(UUID council) {
        var expected = MadeUpPeers.released(product.peersFile(), LocalDate.now(clock));
        var tenant = product.postgres()
                .superuser(product.databaseOf(Part.TENANT_SERVICE).name());
        var conversations = product.postgres()
                .superuser(product.databaseOf(Part.CONVERSATIONS_SERVICE).name());
        Processes.waitFor(Duration.ofMinutes(2), () -> {
            if (count(conversations, "select count(*) from app.benchmark_release where tenant_id = '" + council + "'")
                    >= expected) {
                return Optional.of(true);
            }
            count(tenant, """
                    with asked as (update ops.scheduled_tasks set execution_time = now()
                        where task_name = 'benchmarks' and not picked and execution_time > now() returning 1)
                    select count(*) from asked""");
            Processes.pause(Duration.ofSeconds(1));
            return Optional.empty();
        });
    }

    private static int count(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new LocalStackException("Could not read the benchmarks of the demonstration", e);
        }
    }

    /** Does once the work of a council's first weeks: approach, agreement, colour, hubs and weekly series. */
    private void setUp(ApiClient client, JsonNode council, List<String> hubs) {
        var alias = council.path("alias").asString();
        state.remembered("demonstration-settled-" + alias, () -> {
            adopt(client, council);
            agree(client, council);
            var settings = client.get("/api/settings");
            settings.orFail("Reading the settings of " + alias);
            client.put("/api/settings/brand", JSON.createObjectNode().set("colour", council.path("colour")), settings)
                    .orFail("Giving " + alias + " its colour");
            client.post("/api/invitations", council.path("invitation"), alias + " invitation")
                    .orFail("Inviting a colleague to " + alias);
            for (var each : council.path("places")) {
                describe(client, hubs.get(each.path("hub").asInt()), each);
            }
            for (int number = 0; number < hubs.size(); number++) {
                var series = series(LocalDate.now(clock).plusDays(1), DayOfWeek.of(number * 2 + 1));
                client.post("/api/hubs/" + hubs.get(number) + "/series", series, hubs.get(number) + " series")
                        .orFail("Making a series");
            }
            return "done";
        });
    }

    /** Adopts the latest version, or an earlier one, so that its leads have something to decide. */
    private static void adopt(ApiClient client, JsonNode council) {
        var blueprint = client.get("/api/blueprint").orFail("Reading the blueprint");
        var latest = blueprint.path("version").asString();
        var adoption =
                JSON.createObjectNode().put("version", council.path("approach").asString(latest));
        var parts = adoption.putArray("parts");
        blueprint.path("parts").forEach(part -> parts.add(part.path("id").asString()));
        client.post("/api/blueprint/adopt", adoption, "blueprint").orFail("Adopting the blueprint");
    }

    /** Accepts the agreement, unless an interrupted run has accepted this version already. */
    private static void agree(ApiClient client, JsonNode council) {
        var alias = council.path("alias").asString();
        var standing = client.get("/api/agreement").orFail("Reading the agreement");
        if (!standing.path("accepted").asBoolean()) {
            var acceptance = (ObjectNode) council.path("accepts").deepCopy();
            acceptance
                    .put("version", standing.path("agreement").path("version").asString())
                    .put("forAnotherPerson", true)
                    .put("authority", true);
            client.post("/api/agreement/acceptances", acceptance, alias + " agreement")
                    .orFail("Accepting the agreement for " + alias);
        }
        client.put("/api/settings/data-protection", council.path("dataProtection"), client.get("/api/settings"))
                .orFail("Saying how " + alias + " answers for its data");
    }

    private static void describe(ApiClient client, String hub, JsonNode place) {
        var path = "/api/hubs/" + hub;
        var known = client.get(path);
        var whole = (ObjectNode) known.orFail("Reading a hub").deepCopy();
        client.put(path, whole.setAll((ObjectNode) place.path("hubHas")), known).orFail("Describing a hub");
        for (var room : place.path("rooms")) {
            client.post(path + "/rooms", room, hub + room).orFail("Adding a room");
        }
    }

    /** A weekly series on the weekday and at the time of the past sessions. */
    private static ObjectNode series(LocalDate from, DayOfWeek day) {
        var series = JSON.createObjectNode()
                .put("repeats", "weekly")
                .put("from", from.toString())
                .put("starts", "09:30")
                .put("ends", "12:30")
                .put("slotMinutes", 45)
                .put("placesPerSlot", 2)
                .put("kind", "Conversation")
                .put("room", "Room 1");
        series.putArray("days").add(day.name().toLowerCase(Locale.ROOT));
        return series;
    }

    /** Writes two past years once, because the API books no one in the past. */
    private void createPast(ApiClient operator, JsonNode council) {
        var alias = council.path("alias").asString();
        state.remembered("demonstration-past-" + alias, () -> {
            var id = UUID.fromString(idOf(operator, alias).orElseThrow());
            var database = product.databaseOf(Part.CONVERSATIONS_SERVICE).name();
            try (var connection = product.postgres().superuser(database).getConnection()) {
                awaitPractitioners(connection, id, council);
                connection.setAutoCommit(false);
                new PastYears(connection, id, alias, LocalDate.now(clock))
                        .write(product.encryptionKeyFile(), ids(people(alias)), HUBS_WITH_SESSIONS);
                connection.commit();
            } catch (SQLException e) {
                throw new LocalStackException("Could not write the past of " + alias, e);
            }
            return "written";
        });
    }

    /** Waits for the practitioners, whom tenant-service delivers to conversations-service by its outbox. */
    private static void awaitPractitioners(Connection connection, UUID id, JsonNode council) {
        long expected = council.path("members")
                .valueStream()
                .filter(member -> !member.has("clientId"))
                .filter(member -> member.path("roles")
                        .valueStream()
                        .anyMatch(role -> role.asString().equals("practitioner")))
                .count();
        var known = Processes.waitFor(
                Duration.ofMinutes(2),
                () -> Optional.of(PastYears.practitioners(connection, id)).filter(found -> found.size() >= expected));
        if (known.isEmpty()) {
            throw new LocalStackException("conversations-service does not know the practitioners of "
                    + council.path("alias").asString() + "; see its log.");
        }
    }

    private static List<String> hubs(ApiClient client) {
        var hubs = new ArrayList<String>();
        for (var hub : client.get("/api/hubs").orFail("Listing the hubs").path("items")) {
            if (hubs.size() < HUBS_WITH_SESSIONS) {
                hubs.add(hub.path("id").asString());
            }
        }
        return hubs;
    }

    /** Creates the sessions of this week that are not over, within the opening hours of the hub. */
    private void createSessions(ApiClient client, String hub) {
        var now = LocalDateTime.now(clock);
        var hours = client.get("/api/hubs/" + hub).orFail("Reading a hub").path("openingHours");
        var there = new ArrayList<String>();
        for (var session : client.get("/api/hubs/" + hub + "/sessions?from=" + now.toLocalDate())
                .orFail("Listing the sessions")
                .path("items")) {
            there.add(session.path("date").asString());
        }
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            var date = now.toLocalDate().plusDays(ahead);
            if (!there.contains(date.toString())) {
                SessionTimes.of(date.getDayOfWeek(), hours).stream()
                        .filter(times -> date.atTime(times.ends()).isAfter(now))
                        .map(times -> session(date, times))
                        .forEach(session -> client.post("/api/hubs/" + hub + "/sessions", session, hub + session)
                                .orFail("Making a session"));
            }
        }
    }

    private static ObjectNode session(LocalDate date, SessionTimes times) {
        return JSON.createObjectNode()
                .put("date", date.toString())
                .put("starts", times.starts().toString())
                .put("ends", times.ends().toString())
                .put("slotMinutes", 45)
                .put("placesPerSlot", 2)
                .put("kind", "Conversation")
                .put("room", "Room 1");
    }

    /** Adds the people once, and returns their ids in the order of the demonstration. */
    private List<String> people(ApiClient client, JsonNode council) {
        var alias = council.path("alias").asString();
        // The lock of StateFolder is not held here, so that the councils' people are added at the same time.
        var known = state.remembered("demonstration-people-" + alias);
        if (known.isEmpty()) {
            var ids = MadeUpPeople.of(alias).people().stream()
                    .map(person -> added(client, person))
                    .collect(Collectors.joining(","));
            state.remember("demonstration-people-" + alias, ids);
        }
        return people(alias);
    }

    private List<String> people(String alias) {
        return split(state.remembered("demonstration-people-" + alias).orElseThrow());
    }

    private static List<String> split(String ids) {
        return List.of(ids.split(",", -1));
    }

    private static List<UUID> ids(List<String> ids) {
        return ids.stream().map(UUID::fromString).toList();
    }

    private static String added(ApiClient client, JsonNode person) {
        return client.post("/api/people", person, person.toString())
                .orFail("Adding a made-up person")
                .path("id")
                .asString();
    }

    private void book(ApiClient client, List<String> hubs, List<String> people) {
        for (int ahead = 0; ahead < BOOKED.size(); ahead++) {
            var date = LocalDate.now(clock).plusDays(ahead);
            for (int hub = 0; hub < Math.min(hubs.size(), 2); hub++) {
                book(client, hubs.get(hub), date, SessionTimes.people(people, hub, ahead, BOOKED.get(ahead)));
            }
        }
    }

    private static void book(ApiClient client, String hub, LocalDate date, List<String> people) {
        var slots = new ArrayList<String>();
        for (var slot : client.get("/api/hubs/" + hub + "/free-slots?from=" + date)
                .orFail("Listing the free slots")
                .path("items")) {
            if (date.toString().equals(slot.path("date").asString())) {
                slots.add(slot.path("id").asString());
            }
        }
        for (int i = 0; i < people.size() && !slots.isEmpty(); i++) {
            var slot = slots.get(i % slots.size());
            var person = people.get(i);
            var booked = client.post(
                    "/api/slots/" + slot + "/bookings", JSON.createObjectNode().put("personId", person), slot + person);
            if (!isProblem(booked, "already-booked") && !isProblem(booked, "slot-full")) {
                booked.orFail("Booking a made-up person");
            }
        }
    }

    /** Records the same conversations in each council, once. Their days are counted back from the first load. */
    private void recordConversations(ApiClient client, JsonNode council, List<String> hubs, List<String> people) {
        var alias = council.path("alias").asString();
        state.remembered("demonstration-conversations-" + alias, () -> {
            // tenant-service delivers the prompts together with the kinds of session.
            var prompts = Processes.waitFor(
                    Duration.ofMinutes(2),
                    () -> Optional.of(client.get("/api/council").orFail("Reading the council"))
                            .filter(own -> !own.path("kinds").isEmpty()));
            if (prompts.isEmpty()) {
                throw new LocalStackException("conversations-service does not know the approach of " + alias + ".");
            }
            for (var conversation : read("conversations")) {
                var person = conversation.path("person").path(alias).asInt();
                record(client, conversation, hubs, people.get(person));
            }
            return "recorded";
        });
    }

    private void record(ApiClient client, JsonNode conversation, List<String> hubs, String person) {
        var day = LocalDate.now(clock).minusDays(conversation.path("daysAgo").asInt());
        var request = JSON.createObjectNode()
                .put("day", day.toString())
                .put("hubId", hubs.get(conversation.path("hub").asInt() % hubs.size()));
        request.putArray("personIds").add(person);
        var path = "/api/conversations/"
                + client.post("/api/conversations", request, "conversation " + person + day)
                        .orFail("Recording a conversation")
                        .path("id")
                        .asString();
        // Each box is as new as the record, so it has the same version.
        var begun = client.get(path);
        for (var box : conversation.path("boxes").properties()) {
            var text = JSON.createObjectNode()
                    .put("text", box.getValue().asString())
                    .put("fromTool", false);
            client.put(path + "/boxes/" + box.getKey(), text, begun).orFail("Writing in a conversation");
        }
    }

    /** Records how made-up people were at first and some weeks later, so that the figures have enough pairs to show. */
    private void recordMeasures(ApiClient client, JsonNode council, List<String> people) {
        state.remembered("demonstration-measures-" + council.path("alias").asString(), () -> {
            for (var measure : read("measures")) {
                var person = people.get(measure.path("person").asInt());
                var day = LocalDate.now(clock).minusDays(measure.path("daysAgo").asInt());
                var instrument = measure.path("instrument").asString();
                var request = JSON.createObjectNode()
                        .put("instrument", instrument)
                        .put("day", day.toString())
                        .put("how", "asked");
                var answers = request.putArray("answers");
                measure.path("answers")
                        .properties()
                        .forEach(answer -> answers.addObject()
                                .put("item", answer.getKey())
                                .put("value", answer.getValue().asInt()));
                client.post("/api/people/" + person + "/measures", request, "measure " + instrument + person + day)
                        .orFail("Recording how a made-up person is");
            }
            return "recorded";
        });
    }

    /** Writes once what made-up people said about themselves, and how they get letters. */
    private void writeAboutMe(ApiClient client, JsonNode council, List<String> people) {
        state.remembered("demonstration-about-me-" + council.path("alias").asString(), () -> {
            for (var about : council.path("aboutMe")) {
                writeAboutMe(client, about, people.get(about.path("person").asInt()));
            }
            return "written";
        });
    }

    private void writeAboutMe(ApiClient client, JsonNode about, String person) {
        var path = "/api/people/" + person;
        var today = LocalDate.now(clock);
        for (var sentence : about.path("sentences")) {
            var request = (ObjectNode) sentence.deepCopy();
            request.remove("daysAgo");
            request.put(
                    "saidOn", today.minusDays(sentence.path("daysAgo").asInt()).toString());
            client.post(path + "/about-me", request, person + " " + sentence)
                    .orFail("Writing what a made-up person said");
        }
        var communication = JSON.createObjectNode()
                .put(
                        "reviewOn",
                        today.plusDays(about.path("reviewInDays").asInt()).toString());
        if (about.has("letterFormat")) {
            communication.set("letterFormat", about.path("letterFormat"));
        }
        client.put(path + "/communication", communication, client.get(path + "/communication"))
                .orFail("Writing how a made-up person gets letters");
    }

    private static boolean isProblem(ApiClient.Answer answer, String type) {
        return answer.body().path("type").asString("").endsWith("/" + type);
    }

    static JsonNode read(String council) {
        return JSON.readTree(text(council + ".json"));
    }

    static String text(String resource) {
        try (InputStream stream = Demonstration.class.getResourceAsStream(resource)) {
            return new String(
                    java.util.Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

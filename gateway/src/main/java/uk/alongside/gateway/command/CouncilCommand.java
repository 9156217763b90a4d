package uk.alongside.gateway.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists, shows, creates, suspends and resumes councils, as the operator's pages do. */
final class CouncilCommand {

    private static final Set<String> VALUED = Set.of(
            "name", "alias", "authority", "lead-name", "lead-email", "talking-point", "phone", "email", "reason");
    private static final Set<String> SWITCHES = Set.of("demonstration", "json");

    private static final List<String> REASONS = List.of("contract-ended", "incident", "asked-by-council");

    private final Supplier<OperatorApi> api;
    private final Output output;

    CouncilCommand(Supplier<OperatorApi> api, Output output) {
        this.api = api;
        this.output = output;
    }

    int execute(List<String> line) {
        var options = Options.read(line, VALUED, SWITCHES);
        var words = options.words();
        if (words.equals(List.of("list"))) {
            return list();
        }
        if (words.size() == 2 && words.getFirst().equals("show")) {
            return show(words.getLast());
        }
        if (words.equals(List.of("create"))) {
            return create(options);
        }
        if (words.size() == 2 && words.getFirst().equals("suspend")) {
            return suspend(words.getLast(), options);
        }
        if (words.size() == 2 && words.getFirst().equals("resume")) {
            return resume(words.getLast());
        }
        throw Commands.notKnown();
    }

    private int list() {
        var councils = api.get().list("/api/councils");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("SHORT NAME", "NAME", "STATUS", "AUTHORITY", "ID"));
        for (var council : councils) {
            rows.add(List.of(
                    council.path("alias").asString(),
                    council.path("name").asString(),
                    stage(council),
                    council.path("authority").asString("-"),
                    council.path("id").asString()));
        }
        output.table(rows);
        output.json(JsonNodeFactory.instance.objectNode().set("items", array(councils)));
        return Commands.DONE;
    }

    private int show(String named) {
        var operator = api.get();
        var id = operator.council(named).path("id").asString();
        var council = operator.get("/api/councils/" + id);
        output.say(
                council.path("name").asString() + " (" + council.path("alias").asString() + ")");
        output.say("  Status       " + stage(council));
        output.say("  Authority    " + council.path("authority").asString("-"));
        output.say("  Phone        " + council.path("contactPhone").asString("-"));
        output.say("  Email        " + council.path("contactEmail").asString("-"));
        output.say("  Id           " + id);
        output.json(council);
        return Commands.DONE;
    }

    private int suspend(String named, Options options) {
        var reason = options.need("reason");
        if (!REASONS.contains(reason)) {
            throw CommandFailed.refused("--reason is one of: " + String.join(", ", REASONS) + ".");
        }
        var request = JsonNodeFactory.instance.objectNode().put("reason", reason);
        var suspended = change(named, "suspension", request);
        output.say(
                named + " is suspended. Its leads get mail, its members cannot work in it, and nothing was deleted.");
        output.json(suspended);
        return Commands.DONE;
    }

    private int resume(String named) {
        var resumed = change(named, "resumption", JsonNodeFactory.instance.objectNode());
        output.say(named + " is not suspended. After a suspension its leads get mail, and its members can work again.");
        output.json(resumed);
        return Commands.DONE;
    }

    private JsonNode change(String named, String change, JsonNode request) {
        var operator = api.get();
        var path = "/api/councils/" + operator.council(named).path("id").asString();
        var version = operator.get(path + "/suspension").path("version").asLong();
        return operator.change(path + "/" + change, request, version);
    }

    private int create(Options options) {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("name", options.need("name"))
                .put("alias", options.need("alias"))
                .put("demonstration", options.has("demonstration"));
        options.find("authority").ifPresent(code -> request.put("authority", code));
        options.find("talking-point").ifPresent(words -> request.put("talkingPoint", words));
        options.find("phone").ifPresent(phone -> request.put("contactPhone", phone));
        options.find("email").ifPresent(email -> request.put("contactEmail", email));
        request.putObject("firstLead").put("name", options.need("lead-name")).put("email", options.need("lead-email"));
        if (!options.has("demonstration") && !options.has("authority")) {
            throw CommandFailed.refused("Give the council's code in the register of local authorities (--authority), or"
                    + " --demonstration for a council with made-up people.");
        }
        var created = api.get()
                .post(
                        "/api/councils",
                        request,
                        UUID.nameUUIDFromBytes(request.toString().getBytes(StandardCharsets.UTF_8)));
        var council = created.path("council");
        output.say("Created " + council.path("name").asString() + " (" + stage(council) + ").");
        output.say(
                created.path("oneTimePasswordMailed").asBoolean()
                        ? "A one-time password is mailed to " + options.need("lead-email") + "."
                        : "The first lead has a password already, and gets mail.");
        output.json(created);
        return Commands.DONE;
    }

    private static String stage(JsonNode council) {
        return council.path("status").asString().replace('-', ' ')
                + (council.path("suspended").asBoolean() ? ", suspended" : "")
                + (council.path("demonstration").asBoolean() ? ", demonstration" : "");
    }

    private static JsonNode array(List<JsonNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
}

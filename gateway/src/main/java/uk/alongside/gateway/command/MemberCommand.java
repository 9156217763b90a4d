package uk.alongside.gateway.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists a council's members and appoints its first lead: what an operator may do, and no more. */
final class MemberCommand {

    private final Supplier<OperatorApi> api;
    private final Output output;

    MemberCommand(Supplier<OperatorApi> api, Output output) {
        this.api = api;
        this.output = output;
    }

    int execute(List<String> line) {
        var options = Options.read(line, Set.of("name", "email"), Set.of("json"));
        var words = options.words();
        if (!words.isEmpty() && words.getFirst().equals("suspend")) {
            throw CommandFailed.refused(
                    "An operator suspends no member. A lead of the council does it: Team, the member,"
                            + " Suspend. If no lead can sign in, ask for support access on the council's page.");
        }
        if (words.size() == 2 && words.getFirst().equals("list")) {
            return list(words.getLast());
        }
        if (words.size() == 2 && words.getFirst().equals("invite")) {
            return invite(words.getLast(), options);
        }
        throw Commands.notKnown();
    }

    private int list(String named) {
        var operator = api.get();
        var members = operator.list(members(operator, named));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("NAME", "SIGNS IN AS", "ROLES", "STATUS", "HAS SIGNED IN"));
        for (var member : members) {
            rows.add(List.of(
                    member.path("name").asString(),
                    member.path("email").asString(member.path("clientId").asString("-")),
                    roles(member),
                    member.path("status").asString(),
                    member.path("signedIn").asBoolean() ? "yes" : "no"));
        }
        output.table(rows);
        var items = JsonNodeFactory.instance.arrayNode();
        items.addAll(members);
        output.json(JsonNodeFactory.instance.objectNode().set("items", items));
        return Commands.DONE;
    }

    private int invite(String named, Options options) {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("name", options.need("name"))
                .put("email", options.need("email"));
        var operator = api.get();
        var path = members(operator, named);
        var appointed =
                operator.post(path, request, UUID.nameUUIDFromBytes((path + request).getBytes(StandardCharsets.UTF_8)));
        output.say("Appointed the first lead, who gets "
                + (appointed.path("oneTimePasswordMailed").asBoolean() ? "a one-time password by mail." : "mail."));
        output.json(appointed);
        return Commands.DONE;
    }

    private static String members(OperatorApi operator, String council) {
        return "/api/councils/" + operator.council(council).path("id").asString() + "/members";
    }

    private static String roles(JsonNode member) {
        return StreamSupport.stream(member.path("roles").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }
}

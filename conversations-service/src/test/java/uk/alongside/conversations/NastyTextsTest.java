package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.NastyTexts;

/** Tests every text of every operation with characters that people paste without seeing them. */
@ServiceTest
class NastyTextsTest {

    @LocalServerPort
    private int port;

    @Test
    void anyTextIsTakenOrRefusedInWordsAndNothingInvisibleIsStored() throws Exception {
        var council = TestCouncil.create(port);
        var staff = council.member("hub-staff", "lead", "practitioner");
        var tomorrow = TestCouncil.today().plusDays(1).toString();

        var report = NastyTexts.send(
                Path.of("openapi.json"),
                resources(council),
                Map.of(
                        "noContact", json("true"),
                        "needs", json("[]"),
                        "date", json("\"" + tomorrow + "\""),
                        "from", json("\"" + tomorrow + "\""),
                        "to", json("\"" + tomorrow + "\""),
                        "last", json("\"" + tomorrow + "\""),
                        "starts", json("\"14:00\""),
                        "ends", json("\"15:00\""),
                        "repeats", json("\"dates\""),
                        "dates", json("[\"" + tomorrow + "\"]")),
                "http://127.0.0.1:" + port,
                _ -> staff.token());

        assertThat(report.failures()).isEmpty();
        assertThat(report.accepted())
                .contains(
                        "createHub",
                        "createRoom",
                        "createClosure",
                        "createPerson",
                        "updatePerson",
                        "searchPeople",
                        "createWalkIn",
                        "createSession",
                        "previewSeries",
                        "createExtraPlace",
                        "previewSessionChange",
                        "listHubs");
        assertThat(NastyTexts.tablesWithInvisibleCharacters(RunningService.superuser(), council.id()))
                .isEmpty();
    }

    private static Map<String, String> resources(TestCouncil council) {
        var ids = new HashMap<String, String>();
        var hub = council.hub("Library");
        var session = council.session(hub, TestCouncil.today().plusDays(2), 1);
        ids.put("hubId", hub.toString());
        ids.put("date", TestCouncil.today().toString());
        ids.put("sessionId", session.path("id").asString());
        ids.put("slotId", session.path("slots").path(0).path("id").asString());
        ids.put("personId", council.person("Margaret", "Ellison").toString());
        ids.put("seriesId", UUID.randomUUID().toString());
        return ids;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}

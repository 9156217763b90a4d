package uk.alongside.conversations.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests the list of community assets over HTTP: who keeps it, who reads it, and how an asset is found. */
@ServiceTest
class AssetTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api lead;
    private Api staff;

    @BeforeEach
    void aCouncil() {
        council = TestCouncil.create(port);
        lead = council.member("lead");
        staff = council.member("hub-staff");
    }

    @Test
    void isKeptByLeadsAndReadByAllStaffWhoWorkWithPeople() {
        var id = create("Knit and Natter");

        for (var role : List.of("hub-staff", "practitioner", "lead")) {
            var reader = council.member(role);
            assertThat(reader.get("/api/assets/" + id).status()).as(role).isEqualTo(200);
            assertThat(names(reader, "/api/assets")).as(role).containsExactly("Knit and Natter");
        }
        assertThat(council.member("viewer").get("/api/assets").problem()).isEqualTo("not-allowed");
        assertThat(staff.post("/api/assets", "{\"name\": \"Shed\"}").problem()).isEqualTo("not-allowed");
        assertThat(council.member("practitioner")
                        .put("/api/assets/" + id, change("Knit", true), "If-Match", "\"0\"")
                        .problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void hasWhatItOffersWhereItIsAndAHubNearby() {
        var hub = council.hub("Library");
        var created = lead.post("/api/assets", """
                {"name": "Knit and Natter", "offers": "Tea and wool", "place": "Church hall", "telephone": "01632 960000",
                 "email": "knit@people.example", "website": "https://people.example", "hubId": "%s",
                 "checkedOn": "2026-01-05"}""".formatted(hub));

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        var asset = staff.get(created.header("Location")).json();
        assertThat(asset.path("hubName").asString()).isEqualTo("Library");
        assertThat(asset.path("details").path("checkedOn").asString()).isEqualTo("2026-01-05");
        assertThat(asset.path("details").path("offers").asString()).isEqualTo("Tea and wool");
        assertThat(asset.path("active").asBoolean()).isTrue();
    }

    @Test
    void isFoundByTwoLettersOfAnyWordWithoutAccentsAndWithASlip() {
        create("Tŷ Gwyn Gardeners");
        lead.post("/api/assets", "{\"name\": \"Men's Shed\", \"offers\": \"Woodwork\", \"place\": \"Mill Lane\"}");

        for (var typed : List.of("ty", "gw", "gardeners", "gardners", "gradeners", "ty gwyn")) {
            assertThat(names(staff, "/api/assets?search=" + typed.replace(" ", "%20")))
                    .as(typed)
                    .containsExactly("Tŷ Gwyn Gardeners");
        }
        for (var typed : List.of("mens", "wood", "mill lane", "shedd")) {
            assertThat(names(staff, "/api/assets?search=" + typed.replace(" ", "%20")))
                    .as(typed)
                    .containsExactly("Men's Shed");
        }
        for (var typed : List.of("t", "zzz", "wood gwyn")) {
            assertThat(names(staff, "/api/assets?search=" + typed.replace(" ", "%20")))
                    .as(typed)
                    .isEmpty();
        }
    }

    @Test
    void isTakenOffTheListAndPutBack() {
        var id = create("Knit and Natter");

        var taken = lead.put("/api/assets/" + id, change("Knit and Natter", false), "If-Match", "\"0\"");

        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(names(staff, "/api/assets")).isEmpty();
        assertThat(names(staff, "/api/assets?search=knit")).isEmpty();
        assertThat(names(staff, "/api/assets?active=false")).containsExactly("Knit and Natter");
        assertThat(names(staff, "/api/assets?active=false&search=knit")).containsExactly("Knit and Natter");
        assertThat(lead.put("/api/assets/" + id, change("Knit and Natter", true), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(names(staff, "/api/assets?search=knit")).containsExactly("Knit and Natter");
        assertThat(council.events()).contains("asset created", "asset taken-off", "asset put-back");
    }

    @Test
    void isFoundByItsNewNameAfterAChange() {
        var id = create("Knit and Natter");

        lead.put("/api/assets/" + id, change("Wool Circle", true), "If-Match", "\"0\"");

        assertThat(names(staff, "/api/assets?search=wool")).containsExactly("Wool Circle");
        assertThat(names(staff, "/api/assets?search=natter")).isEmpty();
    }

    @Test
    void isNotChangedFromAVersionThatIsOld() {
        var id = create("Knit and Natter");
        lead.put("/api/assets/" + id, change("Wool Circle", true), "If-Match", "\"0\"");

        var refused = lead.put("/api/assets/" + id, change("Knitting", true), "If-Match", "\"0\"");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("stale-version");
        assertThat(refused.json().path("current").path("details").path("name").asString())
                .isEqualTo("Wool Circle");
    }

    @Test
    void isNotCreatedTwice() {
        create("Knit & Natter");

        var refused = lead.post("/api/assets", "{\"name\": \"KNIT &  natter\"}");

        assertThat(refused.problem()).isEqualTo("asset-exists");
    }

    @Test
    void isRefusedWithWhatASpreadsheetOrABrowserCannotUse() {
        for (var wrong : List.of(
                "\"website\": \"javascript:alert(1)\"",
                "\"offers\": \"=1+1\"",
                "\"place\": \"@x\"",
                "\"checkedOn\": \"2999-01-01\"",
                "\"email\": \"none\"")) {
            var refused = lead.post("/api/assets", "{\"name\": \"Shed\", " + wrong + "}");
            assertThat(refused.status()).as(wrong + refused).isEqualTo(400);
        }
        assertThat(lead.post("/api/assets", "{\"name\": \"Shed\", \"hubId\": \"" + UUID.randomUUID() + "\"}")
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void isListedByNameInPages() {
        for (int i = 10; i < 62; i++) {
            create("Group " + i);
        }

        var first = staff.get("/api/assets").json();
        var second =
                staff.get("/api/assets?after=" + first.path("next").asString()).json();

        assertThat(first.path("items")).hasSize(50);
        assertThat(second.path("items").valueStream().map(AssetTest::name)).containsExactly("Group 60", "Group 61");
        assertThat(second.has("next")).isFalse();
    }

    private String create(String name) {
        var created = lead.post("/api/assets", "{\"name\": \"" + name + "\"}");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().path("id").asString();
    }

    private static String change(String name, boolean active) {
        return "{\"details\": {\"name\": \"" + name + "\"}, \"active\": " + active + "}";
    }

    private static List<String> names(Api caller, String path) {
        var listed = caller.get(path);
        assertThat(listed.status()).as(listed.toString()).isEqualTo(200);
        return listed.json().path("items").valueStream().map(AssetTest::name).toList();
    }

    private static String name(JsonNode asset) {
        return asset.path("details").path("name").asString();
    }
}

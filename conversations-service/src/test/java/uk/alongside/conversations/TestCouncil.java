package uk.alongside.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A new council that the service receives in the only way there is, and helpers for the data that tests need in it. */
public record TestCouncil(UUID id, int port) {

    /** Returns today's date for the council. */
    public static LocalDate today() {
        return LocalDate.now(RunningService.CLOCK);
    }

    public static TestCouncil create(int port) {
        var council = new TestCouncil(UUID.randomUUID(), port);
        var stored = council.tenantService().put("/internal/councils/" + council.id + "/settings", """
                        {"version": 1, "name": "Larkshire Council", "alias": "larkshire",
                         "talkingPoint": "Talking point", "contactPhone": "01632 960123",
                         "contactEmail": "help@larkshire.example", "demonstration": true}""");
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
        return council;
    }

    public Api tenantService() {
        return new Api(port, Tokens.ofTenantService());
    }

    /** Adds a member with these roles, and signs them in. */
    public Api member(String... roles) {
        return member(UUID.randomUUID(), "active", 1, roles);
    }

    /** Adds a member as tenant-service describes them. */
    public Api member(UUID id, String status, int version, String... roles) {
        var list = roles.length == 0 ? "" : "\"" + String.join("\", \"", roles) + "\"";
        assertThat(tenantService()
                        .put("/internal/councils/" + this.id + "/members/" + id, """
                        {"version": %d, "issuer": "%s", "subject": "subject-%s", "name": "Priya N",
                         "roles": [%s], "status": "%s"}""".formatted(
                                        version, Tokens.ISSUER, id, list, status))
                        .status())
                .isEqualTo(200);
        return new Api(port, Tokens.of("subject-" + id, this.id));
    }

    /** Admits an operator for this time, and signs them in for the council. */
    public Api support(UUID operator, Duration time, String... roles) {
        grant(operator, "active", 1, RunningService.CLOCK.instant().plus(time), roles);
        return operator(operator);
    }

    /** Adds or changes an operator among the members, as tenant-service does for a support grant. */
    public void grant(UUID operator, String status, int version, @Nullable Instant endsAt, String... roles) {
        var stored = tenantService().put("/internal/councils/" + id + "/members/" + operator, """
                        {"version": %d, "issuer": "%s", "subject": "subject-%s", "name": "Ash Fielding",
                         "roles": ["%s"], "status": "%s", "endsAt": %s}""".formatted(
                        version,
                        Tokens.ISSUER,
                        operator,
                        String.join("\", \"", roles),
                        status,
                        endsAt == null ? "null" : "\"" + endsAt + "\""));
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
    }

    /** Signs an operator in for the council. */
    public Api operator(UUID operator) {
        return new Api(
                port,
                Tokens.signed(claims -> claims.subject("subject-" + operator)
                        .claim("azp", "gateway")
                        .claim("realm_access", Map.of("roles", List.of("operator")))
                        .claim("organization", Map.of("larkshire", Map.of("id", id.toString())))));
    }

    /** Returns the audit events of the council as the database holds them, a line each. */
    public String events() {
        return String.join(
                "\n",
                RunningService.superuser()
                        .sql("select kind || ' ' || action || ' ' || subjects::text || coalesce(details::text, '')"
                                + " from app.audit_event where tenant_id = ?")
                        .param(id)
                        .query(String.class)
                        .list());
    }

    public Api hubStaff() {
        return member("hub-staff");
    }

    public Api lead() {
        return member("lead");
    }

    /** Adds a hub by import. */
    public UUID hub(String name) {
        var lead = lead();
        var file = "venue_name,address_1,postcode\n" + name + ",1 Market Street,HX1 1UJ\n";
        var imported = lead.csv("/api/hubs/imports", file.getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
        var hubs = lead.get("/api/hubs?search=" + name.replace(" ", "%20")).json();
        return uuid(hubs.path("items").path(0).path("id"));
    }

    /** Adds a session of three hours, with this many places in each of its four slots. */
    public JsonNode session(UUID hub, LocalDate date, int places) {
        return session(hub, date, "09:30", "12:30", 45, places);
    }

    public JsonNode session(UUID hub, LocalDate date, String starts, String ends, int slotMinutes, int places) {
        var created =
                lead().post("/api/hubs/" + hub + "/sessions", """
                {"date": "%s", "starts": "%s", "ends": "%s", "slotMinutes": %d, "placesPerSlot": %d}""".formatted(date, starts, ends, slotMinutes, places));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json();
    }

    /** The details of a person who may be the Margaret Ellison whom a test has added. */
    static final String MARGARET =
            "{\"firstName\": \"Margret\", \"lastName\": \"Ellison\", \"phone\": \"07700 900123\"}";

    public UUID person(String firstName, String lastName) {
        return person(hubStaff(), firstName, lastName);
    }

    public static UUID person(Api staff, String firstName, String lastName) {
        var created = staff.post("/api/people", """
                {"firstName": "%s", "lastName": "%s", "phone": "07700 900123", "needs": ["step-free"]}""".formatted(firstName, lastName));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return uuid(created.json().path("id"));
    }

    /** Makes today the day of a booking's slot, so that the person can be checked in. */
    public static void isToday(String booking) {
        RunningService.superuser()
                .sql(
                        "update app.slot set day = :today where id = (select slot_id from app.booking where id = :booking)")
                .param("today", today())
                .param("booking", UUID.fromString(booking))
                .update();
    }

    public static UUID uuid(JsonNode node) {
        return UUID.fromString(node.asString());
    }
}

package uk.alongside.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Tests that every statement on a protected table names its council, so that one council's rows can live on one node.
 */
class StatementsTest extends TenantServiceTest {

    /** A table or view. The function {@code app.member_of} names the bound council itself. */
    private static final Pattern FENCED =
            Pattern.compile("(?:from|join|into|update)\\s+app\\.(?!member_of\\()(\\w+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern FOR_WHICH_COUNCIL = Pattern.compile("tenant_id\\s*=|\\(\\s*tenant_id|,\\s*tenant_id");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Logger> loggers = Stream.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    @BeforeEach
    void listen() {
        log.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.addAppender(log);
        });
    }

    @AfterEach
    void stop() {
        loggers.forEach(logger -> {
            logger.setLevel(null);
            logger.detachAppender(log);
        });
    }

    @Test
    void nameTheirCouncil() {
        everythingThatTheServiceDoes();

        var statements = listened().stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(statement -> FENCED.matcher(statement).find())
                .distinct()
                .toList();

        assertThat(statements)
                .hasSizeGreaterThan(8)
                .allSatisfy(statement -> assertThat(statement).containsPattern(FOR_WHICH_COUNCIL));
        assertThat(statements.stream()
                        .flatMap(
                                statement -> FENCED.matcher(statement).results().map(found -> found.group(1))))
                .contains("council_settings", "member", "invitation", "mail", "password_reset");
    }

    /** Returns the events, under the lock with which others, such as jobs, write to the list. */
    private List<ILoggingEvent> listened() {
        synchronized (log) {
            return List.copyOf(log.list);
        }
    }

    private void everythingThatTheServiceDoes() {
        var council = aCouncil();
        var created = operator().post("/api/councils", council.json()).body();
        var path = "/api/councils/" + created.path("council").path("id").asString();
        var lead = created.path("firstLead").path("id").asString();
        var asLead = lead(council);
        var answers = Stream.of(
                operator().get("/api/councils"),
                operator().get(path),
                operator().put(path + "/settings", """
                        {"name": "Renamed %s", "talkingPoint": "Talking point"}""".formatted(council.alias()), "\"1\""),
                operator().get(path + "/members"),
                operator().post(path + "/members/" + lead + "/one-time-password", ""),
                asLead.put("/api/members/" + lead, """
                        {"name": "Lena Marsh", "roles": ["lead", "practitioner"], "status": "active"}""", "\"1\""),
                asLead.post("/api/members/" + lead + "/second-factor-reset", "{\"reason\": \"lost\"}"),
                asLead.get("/api/passkeys"),
                asLead.get("/api/settings"),
                asLead.put("/api/settings/name", "{\"name\": \"%s again\"}".formatted(council.name()), "\"2\""),
                asLead.get(path));
        assertThat(answers.map(Http.Answer::status))
                .containsExactly(200, 200, 200, 200, 204, 200, 204, 200, 200, 200, 403);
        everythingThatALeadDoes(asLead, council, path);
    }

    private void everythingThatALeadDoes(Http lead, NewCouncil council, String path) {
        var address = "amir@" + council.alias() + ".example";
        var invitations = """
                {"emails": ["%s"], "roles": ["viewer"]}""".formatted(address);
        lead.post("/api/invitations/preview", invitations);
        lead.post("/api/invitations", invitations);
        eventually(
                Duration.ofMinutes(2),
                () -> operator().get(path + "/mail").text().contains("/join#"));
        var mail = operator()
                .get(path + "/mail")
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("text").asString())
                .filter(text -> text.contains("/join#"))
                .findFirst()
                .orElseThrow();
        var token = mail.replaceFirst("(?s).*/join#(\\S+).*", "$1");
        as(null).post("/open/invitations/preview", "{\"token\": \"" + token + "\"}");
        var joined = as(null).post("/open/invitations/accept", """
                {"token": "%s", "email": "%s", "name": "Amir Patel"}""".formatted(token, address));
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        as(null).post("/open/password-resets", "{\"email\": \"" + address + "\"}");
        eventually(
                Duration.ofMinutes(2),
                () -> MEMBERS.passwordMailedTo(address)
                        .filter(link -> link.contains("/new-password#"))
                        .isPresent());
        var link = MEMBERS.passwordMailedTo(address).orElseThrow().replaceFirst(".*#", "");
        as(null).post("/open/password-resets/preview", "{\"token\": \"" + link + "\"}");
        var chosen = as(null).post("/open/password-resets/choose", """
                {"token": "%s", "password": "Three blue kettles"}""".formatted(link));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(204);
        lead.get("/api/members");
        var member =
                lead.get("/api/members").body().path("items").path(0).path("id").asString();
        lead.get("/api/members/" + member + "/second-factor");
        lead.get("/api/settings/second-factor");
        lead.put("/api/settings/second-factor", "{\"everybody\": true}", "\"0\"");
        lead.put("/api/settings/second-factor", "{\"everybody\": false}", "\"1\"");
        operator().put(path + "/email-domains", "{\"domains\": [\"%s.example\"]}".formatted(council.alias()), "\"0\"");
        operator().put(path + "/email-domains", "{\"domains\": [\"%s.example\"]}".formatted(council.alias()), "\"1\"");
        lead.get("/api/settings/sign-in-provider");
        lead.put("/api/settings/sign-in-provider", """
                {"issuer": "%s", "clientId": "made-up", "clientSecret": "made-up", "groupsClaim": "groups",
                 "roles": [{"group": "Leads", "role": "lead"}], "enabled": false}""".formatted(REALM.issuer()), "\"2\"");
        lead.get("/api/invitations");
        lead.post("/api/blueprint/adopt", "{\"version\": \"1.0\", \"parts\": [\"kinds\"]}");
        lead.get("/api/blueprint");
        lead.post("/api/agreement/acceptances", """
                {"version": "0.1", "forAnotherPerson": false, "role": "Programme lead", "authority": true}""");
        lead.get("/api/agreement/0.1");
        lead.send(lead.request("/api/settings/assessment")
                .header("Content-Type", "application/octet-stream")
                .header("If-Match", lead.get("/api/settings").header("ETag"))
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("%PDF-1.7 made up %%EOF")));
        lead.get("/api/settings/assessment");
        lead.put("/api/introductions/offer", "{\"rates\": [\"attended\"]}", "\"0\"");
        lead.get("/api/introductions/offer");
        superuser()
                .sql("update shared.council set status = 'live' where alias = ?")
                .param(council.alias())
                .update();
        var asked = lead.post("/api/introductions/questions", "{\"rate\": \"attended\"}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        lead.post(asked.header("Location") + "/withdraw", "");
        lead.get("/api/introductions/questions");
        lead.get("/api/introductions/requests");
        suspendAndResume(path);
    }

    private void suspendAndResume(String path) {
        for (var change : List.of("/suspension", "/resumption")) {
            var changed = operator()
                    .send(operator()
                            .request(path + change)
                            .header("Content-Type", "application/json")
                            .header("If-Match", operator().get(path).header("ETag"))
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"reason\": \"incident\"}")));
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        }
    }
}

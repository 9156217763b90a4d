package uk.alongside.gateway.command;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Looks at a deployment from outside, and says in words what is well and what to mend. It changes nothing, unless it is
 * asked to book in the council for tests of the installation, which it leaves empty.
 */
final class DoctorCommand {

    /** A certificate with fewer days left is reported, so that there is time to find out why it is not renewed. */
    private static final long DAYS = 21;

    /** Tokens are refused when clocks differ by more than a minute; a difference this large is worth mending before. */
    private static final Duration CLOCKS = Duration.ofSeconds(10);

    private static final JsonMapper JSON = new JsonMapper();

    private final Settings settings;
    private final Supplier<String> secretOfTheTest;
    private final Wire wire;
    private final Clock clock;
    private final Output output;
    private final OperatorApi api;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param secretOfTheTest the secret of the client that books, which is asked for only if it books
     */
    DoctorCommand(Settings settings, Supplier<String> secretOfTheTest, Wire wire, Clock clock, Output output) {
        this.settings = settings;
        this.secretOfTheTest = secretOfTheTest;
        this.wire = wire;
        this.clock = clock;
        this.output = output;
        this.api = new OperatorApi(settings, wire, clock);
    }

    private record Finding(String part, boolean well, String words) {}

    int execute(List<String> line) {
        var options = Options.read(line, Set.of(), Set.of("json", "book"));
        if (!options.words().isEmpty()) {
            throw Commands.notKnown();
        }
        check("gateway", this::gateway);
        check("keycloak", this::keycloak);
        check("tenant-service", this::tenants);
        check("conversations-service", this::conversations);
        if (options.has("book")) {
            check("booking", this::book);
        }
        boolean well = findings.stream().allMatch(Finding::well);
        for (var finding : findings) {
            output.say((finding.well() ? "ok   " : "FIX  ")
                    + finding.part()
                    + " ".repeat(Math.max(1, 23 - finding.part().length()))
                    + finding.words());
        }
        output.say(well ? "All is well." : "See the lines that say FIX.");
        var json = JsonNodeFactory.instance.objectNode().put("well", well);
        var list = json.putArray("findings");
        findings.forEach(finding -> list.addObject()
                .put("part", finding.part())
                .put("well", finding.well())
                .put("words", finding.words()));
        output.json(json);
        return well ? Commands.DONE : Commands.FOUND;
    }

    /** Runs one part's checks. A failure of one part is its finding, and the other parts are looked at all the same. */
    private void check(String part, Runnable checks) {
        try {
            checks.run();
        } catch (CommandFailed failed) {
            found(part, false, failed.words());
        }
    }

    private void gateway() {
        var page = wire.send(
                HttpRequest.newBuilder(settings.gateway().resolve("/")).GET());
        found(
                "gateway",
                page.statusCode() == 200,
                page.statusCode() == 200
                        ? "answers at " + settings.gateway()
                        : "The start page is answered with " + page.statusCode()
                                + ". See the gateway's log (docs/runbooks/ServiceDown.md).");
        certificate("gateway", page);
        clock("gateway", page);
        if ("https".equals(settings.gateway().getScheme())
                && page.headers().firstValue("Strict-Transport-Security").isEmpty()) {
            found("gateway", false, "Browsers are not asked to use HTTPS only. Set publicUrl to the https address.");
        }
        var closed = wire.send(HttpRequest.newBuilder(settings.gateway().resolve("/api/councils"))
                .GET());
        found(
                "gateway",
                closed.statusCode() == 401,
                closed.statusCode() == 401
                        ? "answers no one without a sign-in, release "
                                + closed.headers()
                                        .firstValue("Alongside-Release")
                                        .orElse("unknown")
                        : "A request without a sign-in is answered with " + closed.statusCode()
                                + " instead of 401. See that the address leads to the gateway and to nothing else.");
        var internal = wire.send(HttpRequest.newBuilder(settings.gateway().resolve("/internal/councils"))
                .header("Accept", "application/json")
                .GET());
        if (internal.statusCode() != 404 && internal.statusCode() != 401 && isJson(internal)) {
            found(
                    "gateway",
                    false,
                    "Addresses below /internal lead to a service. Lead the ingress to the gateway only.");
        }
    }

    private void keycloak() {
        var description =
                wire.send(HttpRequest.newBuilder(URI.create(settings.realm() + "/.well-known/openid-configuration"))
                        .GET());
        if (description.statusCode() != 200) {
            found(
                    "keycloak",
                    false,
                    "The realm is answered with " + description.statusCode() + ". Check ALONGSIDE_KEYCLOAK_ISSUER"
                            + " (docs/runbooks/SignInsFail.md).");
            return;
        }
        var issuer = issuer(description.body());
        boolean same = settings.issuer().toString().equals(issuer);
        found(
                "keycloak",
                same,
                same
                        ? "answers for " + issuer
                        : "Keycloak calls the realm " + issuer + ", and the settings call it " + settings.issuer()
                                + ". No token would be accepted. Set Keycloak's hostname or keycloak.issuer.");
        certificate("keycloak", description);
        clock("keycloak", description);
        if ("https".equals(settings.issuer().getScheme())) {
            administration();
        }
    }

    /** Looks whether Keycloak's administration is open where browsers sign in, also if the realm is reached elsewhere. */
    private void administration() {
        HttpResponse<String> page;
        try {
            page = wire.send(
                    HttpRequest.newBuilder(settings.issuer().resolve("/realms/master/.well-known/openid-configuration"))
                            .GET());
        } catch (CommandFailed _) {
            found(
                    "keycloak",
                    true,
                    settings.issuer().getAuthority()
                            + " is not reached from here, so look from outside whether its administration is open");
            return;
        }
        if (page.statusCode() == 200) {
            found(
                    "keycloak",
                    false,
                    "The realm master, whose people administer Keycloak, answers at the public address. Block it there"
                            + " (docs/install-on-kubernetes.md, step 4).");
        }
    }

    private void tenants() {
        api.get("/api/councils");
        found("tenant-service", true, "answers the operator " + settings.client());
    }

    /** An operator may read nothing of a council. A refusal in the product's own form shows that the service answers. */
    private void conversations() {
        var answer = api.send("/api/hubs", HttpRequest.newBuilder().GET());
        boolean answers = answer.statusCode() == 403 && isJson(answer);
        found(
                "conversations-service",
                answers,
                answers
                        ? "answers, and shows an operator nothing of a council"
                        : "A request is answered with " + answer.statusCode()
                                + " instead of 403. See the service's log (docs/runbooks/ServiceDown.md).");
    }

    private void book() {
        found("booking", true, new TestBooking(settings, secretOfTheTest.get(), wire, clock, api).execute());
    }

    private void certificate(String part, HttpResponse<String> answer) {
        answer.sslSession().ifPresent(session -> {
            var end = end(session);
            long days = Duration.between(clock.instant(), end).toDays();
            found(
                    part,
                    days >= DAYS,
                    days >= DAYS
                            ? "certificate valid for " + days + " more days"
                            : "The certificate ends in " + days + " days. Renew it, and see why that did not happen.");
        });
    }

    private static Instant end(SSLSession session) {
        try {
            Certificate first = session.getPeerCertificates()[0];
            return first instanceof X509Certificate known ? known.getNotAfter().toInstant() : Instant.MAX;
        } catch (SSLPeerUnverifiedException _) {
            return Instant.MIN;
        }
    }

    private void clock(String part, HttpResponse<String> answer) {
        Supplier<Instant> now = clock::instant;
        answer.headers().firstValue("Date").ifPresent(date -> {
            try {
                var theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                var difference = Duration.between(theirs, now.get()).abs();
                if (difference.compareTo(CLOCKS) > 0) {
                    found(
                            part,
                            false,
                            "Its clock and that of this machine differ by " + difference.toSeconds()
                                    + " seconds. Keep clocks by NTP; a difference of a minute ends all sign-ins.");
                }
            } catch (DateTimeException _) {
                found(part, false, "Its answers have no readable date.");
            }
        });
    }

    private static String issuer(String body) {
        try {
            return JSON.readTree(body).path("issuer").asString("nothing");
        } catch (JacksonException _) {
            return "nothing";
        }
    }

    private static boolean isJson(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    private void found(String part, boolean well, String words) {
        findings.add(new Finding(part, well, words));
    }
}

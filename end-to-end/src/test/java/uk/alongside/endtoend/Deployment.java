package uk.alongside.endtoend;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.Part;
import uk.alongside.localstack.Product;
import uk.alongside.localstack.demonstration.MadeUpMembers;

/**
 * The whole product on this machine, with two made-up councils, Larkshire and Meadowshire, their staff and a program of
 * each. The operator's API creates the councils. Their members are added beside it, because only leads add members.
 */
final class Deployment {

    private static final Set<Part> SERVERS = Set.of(Part.POSTGRES, Part.REDIS, Part.KEYCLOAK);

    private static @Nullable Deployment running;

    private final LocalStack stack = LocalStack.forTestsOfTheProduct();
    private final Product product = stack.product();
    private final MadeUpMembers members = new MadeUpMembers(
            product.keycloak(),
            stack.postgres().superuser(product.databaseOf(Part.TENANT_SERVICE).name()));
    private final Map<String, Client> machines = new ConcurrentHashMap<>();
    private final Map<String, String> councils = new HashMap<>();
    private final AtomicInteger sealedYear = new AtomicInteger(2000);

    private Deployment(boolean inRealTime) {
        if (!inRealTime) {
            setClock(TestClock.start());
            renewTokensSooner();
        }
        council("Larkshire Council", "larkshire", "Lena Hart", "lena@larkshire.example");
        council("Meadowshire Council", "meadowshire", "Mair Owens", "mair@meadowshire.example");
        addPerson("larkshire", "Priya Nair", "priya@larkshire.example", "hub-staff");
        addPerson("larkshire", "Sam Reed", "sam@both.example", "hub-staff");
        addPerson("meadowshire", "Owen Pugh", "owen@meadowshire.example", "hub-staff");
        addPerson("meadowshire", "Sam Reed", "sam@both.example", "hub-staff");
        for (var alias : List.of("larkshire", "meadowshire")) {
            var clientId = alias + "-import";
            addMachine(alias, "Import", clientId, "lead", "hub-staff", "practitioner");
            try {
                Waiting.until(
                        clientId + " is known to conversations-service",
                        () -> ofCouncil(alias).get("/api/council").succeeded());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Starts the product once for all tests of a run, and sets the clock to the start for each test class. */
    static synchronized Deployment running() {
        if (running == null) {
            running = new Deployment(false);
        }
        running.setClock(TestClock.start());
        return running;
    }

    /** Starts the product by the machine's clock, which SQL uses as well. */
    static Deployment inRealTime() {
        return new Deployment(true);
    }

    /**
     * Sets the clock of the services, of the tests and of all browser contexts that are opened later. The clock ticks
     * on from this moment.
     */
    void setClock(LocalDateTime moment) {
        stack.moveClock(TestClock.set(moment));
    }

    static Path root() {
        return Path.of(System.getProperty("alongside.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** Returns the address of the realm. */
    String issuer() {
        return stack.keycloak().issuer().toString();
    }

    /** Confirms a made-up e-mail domain of the council, unless it has one. */
    void confirmDomain(String alias) {
        var path = "/api/councils/" + councilId(alias) + "/email-domains";
        var present = operator().get(path);
        if (present.json().path("domains").isEmpty()) {
            operator()
                    .put(
                            path,
                            Map.of("domains", List.of(alias + "-council.example")),
                            Map.of("If-Match", present.header("ETag")));
        }
    }

    private void council(String name, String alias, String leadName, String leadEmail) {
        for (var known : operator().get("/api/councils").json().path("items")) {
            if (known.path("alias").asString().equals(alias)) {
                councils.put(alias, known.path("id").asString());
                return;
            }
        }
        var made = operator()
                .post(
                        "/api/councils",
                        Map.of(
                                "name",
                                name,
                                "alias",
                                alias,
                                "contactPhone",
                                "01632 960001",
                                "demonstration",
                                true,
                                "live",
                                true,
                                "firstLead",
                                Map.of("name", leadName, "email", leadEmail)));
        if (made.status() != 201) {
            throw new IllegalStateException("no council " + alias + ": " + made);
        }
        councils.put(alias, made.json().path("council").path("id").asString());
    }

    /** Makes another live council, whose alias begins with this word, and returns the alias. */
    String newCouncil(String word, String leadName) {
        var alias = word.toLowerCase(Locale.ROOT) + "-"
                + UUID.randomUUID().toString().substring(0, 4);
        council(word + " Council", alias, leadName, "lead@" + alias + ".example");
        return alias;
    }

    /** Returns the mail to this address that has these words in its subject, the latest first. */
    List<String> mails(String alias, String email, String subject) {
        return operator()
                .get("/api/councils/" + councilId(alias) + "/mail")
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("recipient").asString().equals(email))
                .filter(mail -> mail.path("subject").asString().contains(subject))
                .map(mail -> mail.path("text").asString())
                .toList();
    }

    /** Waits until this number of mails with these words in their subject was sent to this address. */
    void awaitMails(String alias, String email, String subject, int count) throws Exception {
        Waiting.until(
                "mail number " + count + " to " + email + ": " + subject,
                () -> mails(alias, email, subject).size() >= count);
    }

    /** Returns what the record of the council has about this member, the oldest first. */
    List<String> deedsOn(String alias, String member) {
        try (var connection = superuserOfTenants().getConnection();
                var query = connection.prepareStatement("""
                        select action from app.audit_event
                        where tenant_id = ? and kind = 'member' and subjects like '%' || ? || '%' order by at""")) {
            query.setObject(1, UUID.fromString(councilId(alias)));
            query.setString(2, member);
            try (var rows = query.executeQuery()) {
                var all = new ArrayList<String>();
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a person a member, and returns the member's id. */
    String addPerson(String alias, String name, String email, String... roles) {
        return members.addPerson(UUID.fromString(councilId(alias)), name, email, List.of(roles))
                .toString();
    }

    /** Makes a program a member, and returns the member's id. */
    String addMachine(String alias, String name, String clientId, String... roles) {
        return members.addMachine(UUID.fromString(councilId(alias)), name, clientId, List.of(roles))
                .toString();
    }

    /** Returns a one-time password of an account that was added beside the product's API. */
    String oneTimePasswordFor(String email) {
        var password = "Made-up-" + UUID.randomUUID();
        members.giveOneTimePassword(email, password);
        return password;
    }

    /** Returns the one-time password that the product has mailed to this address. */
    String passwordMailedTo(String email) {
        try {
            Waiting.until(
                    "a one-time password is mailed to " + email,
                    () -> members.passwordMailedTo(email).isPresent());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return members.passwordMailedTo(email).orElseThrow();
    }

    URI gateway() {
        return product.address();
    }

    /** Returns the environment in which an operator's command works as this client. */
    Map<String, String> environmentOfOperator(String clientId) {
        var environment = new HashMap<>(product.environmentOfOperator());
        environment.put("ALONGSIDE_OPERATOR_CLIENT", clientId);
        environment.put("ALONGSIDE_OPERATOR_SECRET", stack.keycloak().secretOf(clientId));
        return environment;
    }

    Path jarOfGateway() {
        return product.jarOf(Part.GATEWAY);
    }

    URI conversations() {
        return product.addressOf(Part.CONVERSATIONS_SERVICE);
    }

    URI tenants() {
        return product.addressOf(Part.TENANT_SERVICE);
    }

    URI managementOf(Part service) {
        return product.managementOf(service);
    }

    Path logOf(Part service) {
        return product.logOf(service);
    }

    Client larkshire() {
        return ofCouncil("larkshire");
    }

    Client meadowshire() {
        return ofCouncil("meadowshire");
    }

    private Client ofCouncil(String alias) {
        return machine(alias + "-import", "openid organization:" + alias);
    }

    Client operator() {
        return machine("alongside-operator", "openid");
    }

    /** Returns a program's client, which asks for this scope. */
    Client machine(String clientId, String scope) {
        return machines.computeIfAbsent(
                clientId + " " + scope,
                _ -> Client.of(
                        gateway(),
                        stack.keycloak().issuer(),
                        clientId,
                        stack.keycloak().secretOf(clientId),
                        scope));
    }

    /** Returns such a client with a token of its own, for tests of states in which the earlier token was valid. */
    Client freshMachine(String clientId, String scope) {
        machines.remove(clientId + " " + scope);
        return machine(clientId, scope);
    }

    String passwordOf(String username) {
        return stack.keycloak().passwordOf(username);
    }

    /** Returns the secret in a person's authenticator app, for a person of the realm file who has one. */
    Optional<String> authenticatorOf(String username) {
        return stack.keycloak().authenticatorOf(username);
    }

    String councilId(String alias) {
        var id = councils.get(alias);
        if (id == null) {
            throw new IllegalArgumentException(alias);
        }
        return id;
    }

    String anyMemberOf(String alias) {
        return member(alias, alias + "-import").path("id").asString();
    }

    /** Returns the member row of a program. */
    JsonNode member(String alias, String clientId) {
        for (var member : operator()
                .get("/api/councils/" + councilId(alias) + "/members")
                .json()
                .path("items")) {
            if (member.path("clientId").asString("").equals(clientId)) {
                return member;
            }
        }
        throw new IllegalStateException(clientId + " is no member of " + alias);
    }

    String jdbcUrl() {
        return product.databaseOf(Part.CONVERSATIONS_SERVICE).jdbcUrl();
    }

    String databasePassword(String role) {
        return product.databaseOf(Part.CONVERSATIONS_SERVICE).password(role);
    }

    /** Returns the superuser's connections, past all policies, for the bench's data and the server's counts. */
    DataSource superuser() {
        return stack.postgres()
                .superuser(product.databaseOf(Part.CONVERSATIONS_SERVICE).name());
    }

    /** Returns the superuser's connections to the database of tenant-service. */
    DataSource superuserOfTenants() {
        return stack.postgres()
                .superuser(product.databaseOf(Part.TENANT_SERVICE).name());
    }

    /** Makes a benchmark release, which tenant-service makes of many councils' sheets only. Returns its first day. */
    String benchmark() {
        try (var connection = superuserOfTenants().getConnection();
                var insert = connection.prepareStatement("""
                        insert into shared.benchmark_release (period, made_on, file, key, signature, restates)
                        values ('1999-04-01', '1999-08-12', '{}', 'none', '', '{}') on conflict do nothing""")) {
            insert.executeUpdate();
            return "1999-04-01";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes an open question of a council for an introduction, in the place of its earlier ones, and returns its id. */
    String introductionQuestion(String alias) {
        forgetIntroductions(alias);
        return ofTenants("""
                insert into app.introduction_question (tenant_id, id, rate, status, asked_at, asked_by_id, version)
                select m.tenant_id, gen_random_uuid(), 'attended', 'open', now(), m.id, 1
                from app.member m where m.tenant_id = ?::uuid and 'lead' = any (m.roles) limit 1
                returning id""", alias);
    }

    /** Makes a question that a council is asked, without an answer, and returns the id by which the council knows it. */
    String introductionRequest(String alias) {
        return ofTenants("""
                insert into app.introduction_request (tenant_id, id, question_id, rate, status, asked_at, version)
                values (?::uuid, gen_random_uuid(), gen_random_uuid(), 'attended', 'asked', now(), 1) returning id""", alias);
    }

    /** Forgets what a council asked and was asked. A council asks four times a year. */
    void forgetIntroductions(String alias) {
        for (var table : List.of("question", "request")) {
            try {
                new Sql(superuserOfTenants())
                        .run("delete from app.introduction_" + table + " where tenant_id = ?::uuid", councilId(alias));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String ofTenants(String insert, String alias) {
        try {
            return new Sql(superuserOfTenants()).list(insert, councilId(alias)).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Turns the sharing of a council's figures on. */
    Answer turnSharingOn(Client caller) {
        return caller.put(
                "/api/sheet-sharing",
                Map.of("shares", true),
                Map.of("If-Match", caller.get("/api/sheet-sharing").header("ETag")));
    }

    /**
     * Makes a sheet that was sealed, and returns the first day of its quarter. A sheet is sealed weeks after its period, so
     * the rows are written past the product, each time for another year.
     */
    String sealedQuarter(Client caller) {
        turnSharingOn(caller);
        int year = sealedYear.incrementAndGet();
        var council = councilId(caller.get("/api/council").json().path("alias").asString());
        try (var connection = superuser().getConnection();
                var insert = connection.createStatement()) {
            insert.executeUpdate("""
                    with sealed as (
                        insert into app.sheet (tenant_id, kind, starts, specification, version, cells, sealed_at)
                        values ('%1$s', 'QUARTER', '%2$d-07-01', 1, 1, array_fill(0, array[33]), now())
                        returning tenant_id, kind, starts, specification, version)
                    insert into app.sheet_ledger (tenant_id, year, kind, starts, specification, version, units)
                    select s.tenant_id, %2$d, s.kind, s.starts, s.specification, s.version, 160 from sealed s""".formatted(council, year));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return year + "-07-01";
    }

    /** Gives both councils a made-up benchmark release, as tenant-service delivers it. Returns its first day. */
    String comparison() {
        try (var connection = superuser().getConnection();
                var insert = connection.prepareStatement("""
                        insert into app.benchmark_release (tenant_id, period, file, key, signature)
                        select tenant_id, '1999-04-01', ?, 'none', '' from app.council on conflict do nothing""")) {
            insert.setString(1, """
                    {"format": 1, "period": {"from": "1999-04-01", "to": "1999-06-30"}, "madeOn": "1999-08-12",
                     "specification": 1, "madeUp": true, "families": [], "pools": [
                      {"pool": "national", "sheet": "quarter", "window": {"from": "1999-04-01", "to": "1999-06-30"},
                       "quarters": ["1999-04-01"], "contributors": 25, "rates": [
                        {"rate": "attended", "percent": 81, "share": 0.8100, "lower": 0.8020, "upper": 0.8180,
                         "privacySd": 0.00410, "differences": {"councils": 20, "variance": 0.002100,
                         "quantiles": {"lowerQuartile": 76, "median": 81, "upperQuartile": 86}}},
                        {"rate": "walked-in", "percent": 22, "share": 0.2200, "lower": 0.2090, "upper": 0.2310,
                         "privacySd": 0.00560, "differences": {"councils": 20, "variance": 0.004000,
                         "withheld": "differences-like-noise"}},
                        {"rate": "cancelled", "withheld": "precision"}],
                       "waits": [{"people": "all", "days": 6, "lower": 5.4, "upper": 6.6, "privacySd": 0.00500}]}],
                     "breakdowns": [], "restated": []}""");
            insert.executeUpdate();
            return "1999-04-01";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes a restricted record that no member can open, in a council with a practitioner whom a lead can name, and
     * returns its id. The product lets no one restrict a record to others only, so the row is written past it.
     */
    String conversationWithoutReaders(Client council, String alias) {
        addPerson(alias, "Nerys Vaughan", UUID.randomUUID() + "@" + alias + ".example", "practitioner");
        var record = World.in(council, List.of("conversationId")).id("conversationId");
        try (var connection = superuser().getConnection();
                var insert = connection.prepareStatement("""
                        insert into app.conversation_reader (tenant_id, conversation_id, member_id, named_at, named_by_id)
                        select tenant_id, id, gen_random_uuid(), now(), started_by_id from app.conversation where id = ?""")) {
            insert.setObject(1, UUID.fromString(record));
            insert.executeUpdate();
            Waiting.until(
                    "the practitioner can be named",
                    () -> nameableReader(council).isPresent());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return record;
    }

    /** Returns the id of a member whom the caller can name as reader of a restricted record. */
    static Optional<String> nameableReader(Client caller) {
        return caller.get("/api/conversations-without-readers")
                .json()
                .path("colleagues")
                .valueStream()
                .findFirst()
                .map(member -> member.path("id").asString());
    }

    SessionsInRedis sessions() {
        return new SessionsInRedis(stack.redis());
    }

    /** Returns the process of a part of the product, if it runs. */
    Optional<ProcessHandle> process(Part part) {
        return product.running(part);
    }

    /** Returns the key with which conversations-service signs its contexts, as {@code kid:hex}. */
    String contextKey() {
        return product.contextKeyOf(Part.CONVERSATIONS_SERVICE);
    }

    void stop(Part part) {
        if (SERVERS.contains(part)) {
            stack.stop(part);
        } else {
            product.stop(part);
        }
    }

    /** Kills a service, as a power cut would. */
    void kill(Part service) {
        product.kill(service);
    }

    /** Starts a part that was stopped or killed, and waits until it is healthy. */
    void start(Part part) {
        if (SERVERS.contains(part)) {
            stack.start(part);
        } else {
            product.launch(part);
            product.await(part);
        }
    }

    /** Starts a service that runs already once more, with these settings besides. */
    void restart(Part service, Map<String, String> settings) {
        product.stop(service);
        product.launch(service, settings);
        product.await(service);
    }

    // The actions that only Keycloak's administrator can do.

    /**
     * Lets an access token of staff be valid for 15 seconds instead of a minute. The gateway notices that a session has
     * ended when it renews the token, and tests that wait for this end sooner.
     */
    private void renewTokensSooner() {
        var clients = "/admin/realms/alongside/clients";
        var admin = realms();
        var gateway =
                (ObjectNode) admin.get(clients + "?clientId=gateway").json().get(0);
        gateway.withObject("attributes").put("access.token.lifespan", "15");
        var changed = admin.put(clients + "/" + gateway.path("id").asString(), gateway, Map.of());
        if (!changed.succeeded()) {
            throw new IllegalStateException(changed.toString());
        }
    }

    String tokenOfTheMasterRealm() {
        return stack.keycloak().adminToken();
    }

    /** Returns the administration of all realms of this Keycloak. */
    Client realms() {
        return Client.with(stack.keycloak().baseUrl(), tokenOfTheMasterRealm());
    }

    /** Makes a program's account a member of another organization as well, until the result is closed. */
    Membership alsoInOrganization(String clientId, String alias) {
        var realm = "/admin/realms/alongside";
        var admin = Client.with(stack.keycloak().baseUrl(), tokenOfTheMasterRealm());
        var client = admin.get(realm + "/clients?clientId=" + clientId).json().get(0);
        var account = admin.get(realm + "/clients/" + client.path("id").asString() + "/service-account-user")
                .json()
                .path("id")
                .asString();
        var members = realm + "/organizations/" + councilId(alias) + "/members";
        var added = admin.call("POST", members, UUID.fromString(account), Map.of());
        if (!added.succeeded()) {
            throw new IllegalStateException(added.toString());
        }
        return () -> Client.with(stack.keycloak().baseUrl(), tokenOfTheMasterRealm())
                .call("DELETE", members + "/" + account, null, Map.of());
    }

    /** A membership that ends when it is closed. */
    interface Membership extends AutoCloseable {
        @Override
        void close();
    }
}

package uk.alongside.localstack.demonstration;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.servers.Keycloak;

/**
 * Members of made-up councils, added through the database's superuser and Keycloak's administrator. The product has no
 * such way: a council's leads invite their staff, and an operator adds none of them.
 */
public final class MadeUpMembers implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Keycloak keycloak;
    private final DataSource database;

    /** Creates the way to add members, with the superuser's connections to tenant-service's database. */
    public MadeUpMembers(Keycloak keycloak, DataSource database) {
        this.keycloak = keycloak;
        this.database = database;
    }

    /** Adds a person, whose account is made if missing, and returns the member's id. A known member stays unchanged. */
    public UUID addPerson(UUID council, String name, String email, List<String> roles) {
        var account = account(email, name);
        if (roles.contains("lead") || roles.contains("practitioner")) {
            requireSecondFactor(account);
        }
        return add(council, name, email, true, account, roles);
    }

    /** Adds a machine client of the realm, and returns the member's id. A known member stays unchanged. */
    public UUID addMachine(UUID council, String name, String clientId, List<String> roles) {
        var account = find("username", "service-account-" + clientId)
                .orElseThrow(() -> new LocalStackException("The realm has no machine client " + clientId + "."));
        return add(council, name, clientId, false, account, roles);
    }

    /** Returns the one-time password, or the link to a new one, in the latest mail to this address. No page shows it. */
    public Optional<String> passwordMailedTo(String email) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select one_time_password from app.mail
                        where recipient = ? and one_time_password is not null
                        order by sent_at desc limit 1""")) {
            query.setString(1, email);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LocalStackException("Could not read the mail to " + email, e);
        }
    }

    /** Gives a known account a password that has to be changed at the sign-in. */
    public void giveOneTimePassword(String email, String password) {
        var account = find("email", email).orElseThrow();
        send(administration("/users/" + account + "/reset-password")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.createObjectNode()
                        .put("type", "password")
                        .put("value", password)
                        .put("temporary", true)
                        .toString())));
    }

    private UUID add(UUID council, String name, String signIn, boolean person, String account, List<String> roles) {
        join(council, account);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        with added as (
                            insert into app.member (tenant_id, id, issuer, subject, name, email, client_id, roles, status, version)
                            values (?, gen_random_uuid(), ?, ?, ?, ?, ?, ?, 'active', 1)
                            on conflict (tenant_id, issuer, subject) do nothing
                            returning tenant_id, id),
                        told as (
                            insert into ops.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                            select 'delivery', 'member/' || tenant_id || '/' || id || '/1', now(), false, 1 from added)
                        select id from added
                        union all
                        select id from app.member where tenant_id = ? and issuer = ? and subject = ?""")) {
            statement.setObject(1, council);
            statement.setString(2, keycloak.issuer().toString());
            statement.setString(3, account);
            statement.setString(4, name);
            statement.setString(5, person ? signIn : null);
            statement.setString(6, person ? null : signIn);
            statement.setArray(7, connection.createArrayOf("text", roles.toArray()));
            statement.setObject(8, council);
            statement.setString(9, keycloak.issuer().toString());
            statement.setString(10, account);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new LocalStackException("Could not add a made-up member", e);
        }
    }

    private String account(String email, String name) {
        return find("email", email).orElseGet(() -> {
            var parts = name.split(" ", 2);
            var user = JSON.createObjectNode()
                    .put("username", email)
                    .put("email", email)
                    .put("firstName", parts[0])
                    .put("lastName", parts.length == 2 ? parts[1] : "")
                    .put("enabled", true);
            user.putArray("requiredActions").add("UPDATE_PASSWORD");
            administer("/users", user);
            return find("email", email).orElseThrow();
        });
    }

    /** Gives the account the realm's role for it, as the product does for these roles. */
    private void requireSecondFactor(String account) {
        var role = send(administration("/roles/second-factor").GET());
        administer(
                "/users/" + account + "/role-mappings/realm",
                JSON.createArrayNode().add(role));
    }

    private void join(UUID council, String account) {
        administer(
                "/organizations/" + council + "/members", JSON.getNodeFactory().stringNode(account));
    }

    private Optional<String> find(String property, String value) {
        return send(administration("/users?exact=true&" + property + "=" + encoded(value))
                        .GET())
                .valueStream()
                .map(user -> user.path("id").asString())
                .findFirst();
    }

    private void administer(String path, JsonNode body) {
        send(administration(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder administration(String path) {
        var realm = keycloak.issuer().toString().replace("/realms/", "/admin/realms/");
        return HttpRequest.newBuilder(URI.create(realm + path))
                .header("Authorization", "Bearer " + keycloak.adminToken());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Returns the answer's body. The status 409 counts as success, because the record is there. */
    private JsonNode send(HttpRequest.Builder request) {
        var answer = exchange(request.timeout(Duration.ofMinutes(1)).build());
        if (answer.statusCode() >= 300 && answer.statusCode() != 409) {
            throw new LocalStackException("Keycloak answered with " + answer.statusCode() + ".");
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LocalStackException("There was no answer from Keycloak.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

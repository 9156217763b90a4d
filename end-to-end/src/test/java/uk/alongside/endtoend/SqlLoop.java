package uk.alongside.endtoend;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the service asks of PostgreSQL, and nothing around it: the measure that the service and the gateway are compared
 * with. As the service's own role, through the same policies, with the context signed for each transaction.
 */
final class SqlLoop implements AutoCloseable {

    private final Deployment deployed;
    private final UUID council;
    private final UUID member;
    private final UUID hub;
    private final String keyId;
    private final byte[] key;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final List<Connection> all = new ArrayList<>();

    SqlLoop(Deployment deployed, UUID hub) {
        this.deployed = deployed;
        this.council = UUID.fromString(deployed.councilId("larkshire"));
        this.member = UUID.fromString(deployed.anyMemberOf("larkshire"));
        this.hub = hub;
        var line = deployed.contextKey().strip().split(":", -1);
        this.keyId = line[0];
        this.key = HexFormat.of().parseHex(line[1]);
    }

    void book(Bench.Places.Place place) throws SQLException {
        var slot = UUID.fromString(place.slot());
        var person = UUID.fromString(place.person());
        inTransaction(connection -> query(
                connection,
                "select id, name, roles from app.member where tenant_id = ? and id = ? and status = 'active'",
                council,
                member));
        inTransaction(connection -> {
            var id = UUID.randomUUID();
            update(
                    connection,
                    "insert into app.idempotency (tenant_id, member_id, key, route, body_hash, resource_id, created_at)"
                            + " values (?, ?, ?, 'bench', ?, ?, now()) on conflict (tenant_id, member_id, key) do nothing",
                    council,
                    member,
                    id.toString(),
                    sha256(id),
                    id);
            query(connection, "select * from app.slot where tenant_id = ? and id = ?", council, slot);
            query(connection, "select * from app.person where tenant_id = ? and id = ?", council, person);
            update(
                    connection,
                    "update app.slot set taken = taken + 1 where tenant_id = ? and id = ? and taken < places and ends_at > now()",
                    council,
                    slot);
            query(
                    connection,
                    "select id from app.booking where tenant_id = ? and slot_id = ? and person_id = ?",
                    council,
                    slot,
                    person);
            query(connection, "select * from app.hub where tenant_id = ? and id = ?", council, hub);
            update(
                    connection,
                    "insert into app.booking (tenant_id, id, version, slot_id, person_id, asked_on, booked_at, status)"
                            + " values (?, ?, 0, ?, ?, current_date, now(), 'EXPECTED')",
                    council,
                    id,
                    slot,
                    person);
        });
    }

    void day(LocalDate day) throws SQLException {
        inTransaction(connection -> query(
                connection,
                "select id, name, roles from app.member where tenant_id = ? and id = ? and status = 'active'",
                council,
                member));
        inTransaction(connection -> {
            query(connection, "select * from app.hub where tenant_id = ? and id = ?", council, hub);
            query(
                    connection,
                    "select * from app.session where tenant_id = ? and hub_id = ? and day = ? order by starts_at",
                    council,
                    hub,
                    day);
            query(
                    connection,
                    "select l.* from app.slot l join app.session s on s.tenant_id = l.tenant_id and s.id = l.session_id"
                            + " where l.tenant_id = ? and s.hub_id = ? and s.day = ? order by l.starts_at",
                    council,
                    hub,
                    day);
            query(
                    connection,
                    "select b.*, p.* from app.booking b"
                            + " join app.slot l on l.tenant_id = b.tenant_id and l.id = b.slot_id"
                            + " join app.person p on p.tenant_id = b.tenant_id and p.id = b.person_id"
                            + " where b.tenant_id = ? and l.hub_id = ? and l.day = ? order by b.booked_at",
                    council,
                    hub,
                    day);
            query(
                    connection,
                    "select * from app.session where tenant_id = ? and hub_id = ? and day > ? order by starts_at limit 1",
                    council,
                    hub,
                    day);
        });
    }

    private interface Statements {
        void run(Connection connection) throws SQLException;
    }

    private void inTransaction(Statements statements) throws SQLException {
        var connection = idle.poll();
        if (connection == null) {
            connection = opened();
        }
        try {
            try (var bind = connection.prepareStatement("select app.bind(?, 10)")) {
                bind.setString(1, context());
                bind.execute();
            }
            statements.run(connection);
            connection.commit();
        } finally {
            idle.add(connection);
        }
    }

    private synchronized Connection opened() throws SQLException {
        var connection = DriverManager.getConnection(
                deployed.jdbcUrl(), "conversations_app", deployed.databasePassword("conversations_app"));
        connection.setAutoCommit(false);
        all.add(connection);
        return connection;
    }

    private String context() {
        var claim = "v1|" + keyId + "|" + council + "|conversations_app|"
                + Instant.now().plusSeconds(300).getEpochSecond();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return claim + "|" + HexFormat.of().formatHex(mac.doFinal(claim.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(UUID id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void query(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new SQLException("changed no row: " + sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : all) {
            connection.close();
        }
    }
}

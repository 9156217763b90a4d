package uk.alongside.foundation.wall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import uk.alongside.foundation.proofs.OtherRoles;
import uk.alongside.foundation.proofs.Proofs;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.servers.ServiceDatabase;

/** A migrated database with the tables of two councils, and sessions of its roles as an auditor would open them. */
public record Wall(ServiceDatabase database, Path keyFile) {

    public static final UUID LARKSHIRE = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
    public static final UUID MEADOWSHIRE = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000002");
    public static final String CHANGELOG = "uk/alongside/foundation/test-changelog.yaml";

    public static Wall build() {
        return build(CHANGELOG);
    }

    /** Creates a database migrated by this changelog. */
    public static Wall build(String changelog) {
        var wall =
                new Wall(LocalStack.forTests().postgres().createServiceDatabase("conversations"), keyFile("k1", 'a'));
        wall.migration(wall.keyFile, changelog).run();
        return wall;
    }

    /** Writes a key file with 32 bytes of one repeated hex digit. */
    public static Path keyFile(String kid, char digit) {
        try {
            var file = Files.createTempFile("context", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, kid + ":" + String.valueOf(digit).repeat(64) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Migration migration(Path key) {
        return migration(key, CHANGELOG);
    }

    Migration migration(Path key, String changelog) {
        return migration(key, changelog, OtherRoles.NONE);
    }

    Migration migration(OtherRoles otherRoles) {
        return migration(keyFile, CHANGELOG, otherRoles);
    }

    private Migration migration(Path key, String changelog, OtherRoles otherRoles) {
        return new Migration(
                database.jdbcUrl(),
                "conversations_migrator",
                database.password("conversations_migrator"),
                key,
                changelog,
                otherRoles);
    }

    public DataSource superuser() {
        return LocalStack.forTests().postgres().superuser(database.name());
    }

    /** Opens a session of a role, without any of our code between it and the server. */
    public Connection session(String role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role, database.password(role));
    }

    public Proofs proofs() {
        return proofs(OtherRoles.NONE);
    }

    Proofs proofs(OtherRoles otherRoles) {
        return new Proofs(superuser(), CHANGELOG, otherRoles);
    }

    public String context(UUID council) {
        return ContextKey.read(keyFile).sign(council, "conversations_app", Clock.systemUTC());
    }
}

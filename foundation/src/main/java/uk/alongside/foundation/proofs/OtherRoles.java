package uk.alongside.foundation.proofs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * The log-in roles of the database server that are not the product's, as an installation names them: for example the role
 * by which a replica copies the server. Rule P30 finds every log-in that is not named.
 *
 * <p>The migration writes the names as exceptions into the database, and each service compares them with its own setting.
 * So neither a role added to the database's list nor one added to a setting is accepted alone.
 *
 * @param names names of roles; each begins with a letter or an underscore
 */
public record OtherRoles(Set<String> names) {

    public static final OtherRoles NONE = new OtherRoles(Set.of());

    private static final String SETTING = "alongside.database.other-roles";
    private static final String REASON = "named by the installation";

    /** Other names would be written in quotation marks in some columns of the catalogue, and without them in others. */
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private static final Pattern NOT_OTHER = Pattern.compile("(conversations|tenant|pg)_.*|keycloak|postgres");

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if a name is not of a form that a role is usually given, or is a role of the product
     *     or of PostgreSQL
     */
    public OtherRoles {
        for (var name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        SETTING + " can name only roles of small letters, digits and underscores.");
            }
            if (NOT_OTHER.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        SETTING + " names " + name + ", which is a role of this product or of PostgreSQL itself.");
            }
        }
        names = Set.copyOf(names);
    }

    /** Reads the setting {@code alongside.database.other-roles}, whose names have commas between them. */
    public static OtherRoles of(Environment environment) {
        return new OtherRoles(
                Set.copyOf(Arrays.asList(environment.getProperty(SETTING, String[].class, new String[0]))));
    }

    /** Makes these the only roles that the database's list of exceptions accepts for the installation. */
    public void write(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("""
                        delete from ops.allowed
                        where rule = 'P30' and reason = ? and object <> all (?)""")) {
            delete.setString(1, REASON);
            delete.setArray(2, connection.createArrayOf("text", names.toArray()));
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement(
                "insert into ops.allowed (rule, object, reason) values ('P30', ?, ?) on conflict do nothing")) {
            for (var name : names) {
                insert.setString(1, name);
                insert.setString(2, REASON);
                insert.executeUpdate();
            }
        }
    }

    /** Returns the lines that these roles add to the description of a database. */
    Stream<String> facts() {
        return names.stream().map(name -> "exception P30 " + name + ": " + REASON);
    }
}

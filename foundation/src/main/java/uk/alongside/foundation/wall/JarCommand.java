package uk.alongside.foundation.wall;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/** Gives the commands of a service's jar that change its database their configuration and connection. */
final class JarCommand {

    private JarCommand() {}

    /** Calls a command with the service's own configuration, and returns its exit status. */
    static int configured(ToIntFunction<Environment> command, String... properties) {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(properties)) {
            return command.applyAsInt(context.getEnvironment());
        }
    }

    /** An application context without beans, because only the service's configuration is needed. */
    private static final class Nothing {}

    /** Connects as the migrator, with the rights of the owner. */
    static Connection asOwner(String url, String migrator, String password) throws SQLException {
        var connection = DriverManager.getConnection(url, migrator, password);
        try (var owner = connection.createStatement()) {
            owner.execute("set role " + migrator.replaceFirst("_migrator$", "") + "_owner");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}

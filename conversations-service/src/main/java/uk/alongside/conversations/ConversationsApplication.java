package uk.alongside.conversations;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import uk.alongside.foundation.encryption.KeysCommand;
import uk.alongside.foundation.wall.CitusCommand;
import uk.alongside.foundation.wall.ContextKeyCommand;
import uk.alongside.foundation.wall.Migration;

@SpringBootApplication
@OpenAPIDefinition(
        info =
                @Info(
                        title = "conversations-service",
                        version = "1",
                        description = "Hubs, sessions, bookings and people of the council that the token is for"),
        servers = @Server(url = "/"))
public class ConversationsApplication {

    /**
     * Starts the service. With the argument {@code migrate}, brings its database up to date and ends. With {@code keys},
     * changes a council's data keys and ends. With {@code context-key}, replaces the key of the wall and ends.
     * With {@code citus}, checks or repairs the nodes of a cluster and ends.
     */
    public static void main(String[] args) {
        if (Migration.isAskedFor(args)) {
            Migration.run(args);
        } else if (ContextKeyCommand.isAskedFor(args)) {
            ContextKeyCommand.run(args);
        } else if (CitusCommand.isAskedFor(args)) {
            CitusCommand.run(args);
        } else if (KeysCommand.isAskedFor(args)) {
            KeysCommand.run(ConversationsApplication.class, args);
        } else {
            SpringApplication.run(ConversationsApplication.class, args);
        }
    }
}

package uk.alongside.conversations;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import uk.alongside.foundation.Migration;

@SpringBootApplication
public class ConversationsApplication {

    /** Starts the service, or with the argument {@code migrate} brings its database up to date and ends. */
    public static void main(String[] args) {
        if (Migration.isAskedFor(args)) {
            Migration.run(args);
        } else {
            SpringApplication.run(ConversationsApplication.class, args);
        }
    }
}

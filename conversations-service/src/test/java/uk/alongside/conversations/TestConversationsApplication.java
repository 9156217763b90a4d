package uk.alongside.conversations;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.Part;

/**
 * Starts conversations-service from an IDE, with a debugger, in place of the one that {@code ./alongside up} starts
 * (see CONTRIBUTING.md).
 */
final class TestConversationsApplication {

    private TestConversationsApplication() {}

    public static void main(String[] arguments) {
        var environment = new StandardEnvironment();
        Map<String, Object> settings = Map.copyOf(LocalStack.ofUp().environmentOf(Part.CONVERSATIONS_SERVICE));
        // The suffix makes Spring read SPRING_DATASOURCE_URL as spring.datasource.url.
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("local-stack-systemEnvironment", settings));
        var application = new SpringApplication(ConversationsApplication.class);
        application.setEnvironment(environment);
        application.run(arguments);
    }
}

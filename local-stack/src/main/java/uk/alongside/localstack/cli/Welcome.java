package uk.alongside.localstack.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.alongside.localstack.Part;
import uk.alongside.localstack.Product;

/** The words at the end of {@code ./alongside up}: the address and the sign-ins. */
final class Welcome {

    record SignIn(String username, String who) {}

    static final List<SignIn> SIGN_INS = List.of(
            new SignIn("priya@larkshire.example", "hub staff, Larkshire Council"),
            new SignIn("nerys@larkshire.example", "practitioner, Larkshire Council"),
            new SignIn("lena@larkshire.example", "lead, Larkshire Council"),
            new SignIn("owen@meadowshire.example", "hub staff, Meadowshire Council"),
            new SignIn("mair@meadowshire.example", "lead, Meadowshire Council"),
            new SignIn("tess@brackenshire.example", "hub staff and practitioner, Brackenshire Council"),
            new SignIn("idris@brackenshire.example", "lead, Brackenshire Council"),
            new SignIn("sam@both.example", "hub staff in Larkshire and Meadowshire"),
            new SignIn("operator@alongside.example", "operator"));

    /** The classes in the services' test sources that start a service from an IDE. */
    private static final Map<Part, String> TEST_APPLICATIONS = Map.of(
            Part.GATEWAY, "TestGatewayApplication",
            Part.TENANT_SERVICE, "TestTenantApplication",
            Part.CONVERSATIONS_SERVICE, "TestConversationsApplication");

    private Welcome() {}

    /** Returns the words after {@code up --without}, which say how to start the services that were left out. */
    static String wordsWithout(Product product, Set<Part> without) {
        var text = new StringBuilder("\nAlongside runs, without what you start yourself:\n\n");
        for (var part : without) {
            text.append("  %s: run %s in your IDE, or take its settings with%n      eval \"$(./alongside env %s)\"%n"
                    .formatted(part.words(), TEST_APPLICATIONS.get(part), part.id()));
        }
        text.append("\nStop it there before the next ./alongside up, which starts all services.\n\n");
        addSignIns(text, product);
        return text.toString();
    }

    static String words(Product product, Duration time) {
        var text = new StringBuilder();
        text.append("\nAlongside runs at ")
                .append(product.address())
                .append(" (after ")
                .append(Progress.seconds(time))
                .append(")\n\n");
        addSignIns(text, product);
        text.append("\nLeads, practitioners and the operator also enter a code. ./alongside code EMAIL prints it.\n");
        text.append("\nMail is kept and not sent. The operator finds it at ")
                .append(product.address())
                .append("/outbox\n")
                .append(
                        "A one-time password is on no page. ./alongside password EMAIL prints the one that was mailed.\n");
        text.append("\n  ./alongside status   what runs, and how much memory it takes\n")
                .append("  ./alongside down     stops it and keeps its data\n");
        return text.toString();
    }

    private static void addSignIns(StringBuilder text, Product product) {
        text.append("Sign in as one of these made-up people:\n\n");
        for (var signIn : SIGN_INS) {
            text.append("  %-28s %-26s %s%n"
                    .formatted(signIn.username(), product.keycloak().passwordOf(signIn.username()), signIn.who()));
        }
    }
}

package uk.alongside.localstack.cli;

import java.time.Duration;
import java.util.List;
import uk.alongside.localstack.Product;

/** What to know once everything runs. */
final class Welcome {

    private record SignIn(String username, String who) {}

    private static final List<SignIn> SIGN_INS = List.of(
            new SignIn("priya@larkshire.example", "hub staff, Larkshire Council"),
            new SignIn("lena@larkshire.example", "lead, Larkshire Council"),
            new SignIn("owen@meadowshire.example", "hub staff, Meadowshire Council"),
            new SignIn("mair@meadowshire.example", "lead, Meadowshire Council"),
            new SignIn("tess@brackenshire.example", "hub staff and practitioner, Brackenshire Council"),
            new SignIn("idris@brackenshire.example", "lead, Brackenshire Council"),
            new SignIn("sam@both.example", "hub staff in Larkshire and Meadowshire"),
            new SignIn("operator@alongside.example", "operator"));

    private Welcome() {}

    static String words(Product product, Duration time) {
        var text = new StringBuilder();
        text.append("\nAlongside runs at ")
                .append(product.address())
                .append(" (after ")
                .append(Progress.seconds(time))
                .append(")\n\nSign in as one of these made-up people:\n\n");
        for (var signIn : SIGN_INS) {
            text.append("  %-28s %-26s %s%n"
                    .formatted(signIn.username(), product.keycloak().passwordOf(signIn.username()), signIn.who()));
        }
        text.append("\nMail is kept and not sent. The operator finds it at ")
                .append(product.address())
                .append("/outbox\n");
        text.append("\n  ./alongside status   what runs, and how much memory it takes\n")
                .append("  ./alongside down     stops it and keeps its data\n");
        return text.toString();
    }
}

package uk.alongside.gateway.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** A person who signed in, and the councils they may choose from, as read from a verified ID token. */
public record Person(String subject, String name, boolean operator, List<Choice> choices) {

    public Person {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(name);
        choices = List.copyOf(choices);
    }

    static Person of(OidcIdToken token) {
        var name = token.getFullName();
        return new Person(
                Objects.requireNonNull(token.getSubject()),
                name == null ? "" : name,
                isOperator(token),
                councils(token));
    }

    public @Nullable Choice choice(String alias) {
        return choices.stream()
                .filter(choice -> choice.alias().equals(alias))
                .findFirst()
                .orElse(null);
    }

    /** Reads the claim {@code {"alias": {"id": "…", "display_name": ["…"]}}}. A council without an id is left out. */
    public static List<Choice> councils(ClaimAccessor token) {
        var councils = new ArrayList<Choice>();
        if (token.getClaims().get("organization") instanceof Map<?, ?> organizations) {
            organizations.forEach((alias, details) -> {
                if (alias instanceof String text
                        && details instanceof Map<?, ?> fields
                        && fields.get("id") instanceof String id) {
                    councils.add(new Choice(id, text, displayName(fields, text)));
                }
            });
        }
        councils.sort(Comparator.comparing(Choice::name));
        return councils;
    }

    public static boolean isOperator(ClaimAccessor token) {
        return token.getClaims().get("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof List<?> roles
                && roles.contains("operator");
    }

    private static String displayName(Map<?, ?> organization, String otherwise) {
        return organization.get("display_name") instanceof List<?> names && names.getFirst() instanceof String name
                ? name
                : otherwise;
    }
}

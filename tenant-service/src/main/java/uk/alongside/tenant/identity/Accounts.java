package uk.alongside.tenant.identity;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.tenant.identity.IdentityRefusal.PasswordEasyToGuess;
import uk.alongside.tenant.identity.IdentityRefusal.PasswordIsTheAddress;
import uk.alongside.tenant.identity.IdentityRefusal.PasswordTooLong;
import uk.alongside.tenant.identity.IdentityRefusal.PasswordTooShort;

/** The realm's accounts as their owners change them: an account is found by its address and gets a new password. */
@Component
public class Accounts {

    private final RestClient admin;
    private final Keycloak keycloak;
    private final String issuer;

    Accounts(
            IdentityProperties properties,
            OwnToken token,
            Keycloak keycloak,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        this.admin = token.administration(properties.admin(), properties.connectTimeout(), properties.readTimeout());
        this.keycloak = keycloak;
        this.issuer = issuer;
    }

    record User(String id, boolean enabled) {}

    record Organization(UUID id) {}

    record FederatedIdentity(@Nullable String identityProvider) {}

    record Refusals(@Nullable String error) {}

    /**
     * Returns the account with this e-mail address that its owner may give a new password. Such an account is
     * switched on, and is not an operator's, which is for another operator to change.
     */
    public Optional<Person> withAddress(String email) {
        return Keycloak.asking(() -> admin
                        .get()
                        .uri("/users?email={email}&exact=true", email)
                        .retrieve()
                        .requiredBody(new ParameterizedTypeReference<List<User>>() {})
                        .stream()
                        .filter(User::enabled)
                        .map(user -> new Person(issuer, user.id()))
                        .findFirst())
                .filter(person -> !keycloak.isOperator(person));
    }

    /** Returns the account with its address, unless it was removed since. */
    public Optional<Account> find(Person person) {
        return Keycloak.asking(() -> {
            try {
                return Optional.of(admin.get()
                        .uri("/users/{id}", person.subject())
                        .retrieve()
                        .requiredBody(Keycloak.User.class)
                        .account(issuer));
            } catch (HttpClientErrorException.NotFound _) {
                return Optional.empty();
            }
        });
    }

    /** Returns the ids of the councils whose organizations the account belongs to, always in the same order. */
    public List<UUID> councilsOf(Person person) {
        return Keycloak.asking(() -> admin
                .get()
                .uri("/organizations/members/{id}/organizations", person.subject())
                .retrieve()
                .requiredBody(new ParameterizedTypeReference<List<Organization>>() {})
                .stream()
                .map(Organization::id)
                .sorted()
                .toList());
    }

    /** Returns true for an account that signs in through another provider, such as its council's own. */
    public boolean signsInElsewhere(Person person) {
        return Keycloak.asking(() -> !admin.get()
                .uri("/users/{id}/federated-identity", person.subject())
                .retrieve()
                .requiredBody(new ParameterizedTypeReference<List<FederatedIdentity>>() {})
                .isEmpty());
    }

    /**
     * Gives the account the password that its owner has chosen, if the realm accepts it, and ends the account's sign-ins.
     * A lock after too many wrong passwords ends as well. The second factor stays.
     */
    public void choosePassword(Person person, String password) {
        Keycloak.asking(() -> {
            try {
                admin.put()
                        .uri("/users/{id}/reset-password", person.subject())
                        .contentType(APPLICATION_JSON)
                        .body(new Keycloak.Password("password", password, false))
                        .retrieve()
                        .toBodilessEntity();
            } catch (HttpClientErrorException.BadRequest refused) {
                throw refusal(refused).refused();
            }
            admin.delete()
                    .uri("/attack-detection/brute-force/users/{id}", person.subject())
                    .retrieve()
                    .toBodilessEntity();
            return person;
        });
        keycloak.endSignIns(person);
    }

    private static Refusal refusal(HttpClientErrorException answer) {
        var error = Objects.requireNonNullElse(
                Objects.requireNonNullElse(answer.getResponseBodyAs(Refusals.class), new Refusals(null))
                        .error(),
                "");
        return switch (error) {
            case "invalidPasswordMinLengthMessage" -> new PasswordTooShort();
            case "invalidPasswordMaxLengthMessage" -> new PasswordTooLong();
            case "invalidPasswordNotUsernameMessage",
                    "invalidPasswordNotEmailMessage",
                    "invalidPasswordNotContainsUsernameMessage" -> new PasswordIsTheAddress();
            default -> new PasswordEasyToGuess();
        };
    }
}

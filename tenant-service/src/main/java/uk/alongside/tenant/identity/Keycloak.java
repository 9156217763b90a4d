package uk.alongside.tenant.identity;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The realm's organizations and users.
 *
 * <p>Every verb finds what is there before it makes anything, so that a request that broke off can be made again. An
 * organization's name is its alias, because Keycloak can be asked for an exact name but not for an alias; what people
 * read is the attribute {@code display_name}. Keycloak chooses the organization's id and ignores one that is sent.
 */
@Component
public class Keycloak {

    private static final String HAS_NEVER_SIGNED_IN = "UPDATE_PASSWORD";

    /** Keycloak takes none of these in a person's name. The name that the product shows is our own. */
    private static final String REFUSED_IN_NAMES = "[<>&\"\\\\$%!#?§;*~/|^=\\[\\]{}()\\p{Cntrl}]+";

    private final RestClient admin;
    private final String issuer;

    Keycloak(
            IdentityProperties properties,
            OwnToken token,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        this.admin = token.administration(properties.admin(), properties.connectTimeout(), properties.readTimeout());
        this.issuer = issuer;
    }

    record Organization(String id, @Nullable String alias) {}

    record NewOrganization(String name, String alias, boolean enabled, Map<String, List<String>> attributes) {}

    record User(String id, @Nullable String email, @Nullable List<String> requiredActions) {

        boolean hasNeverSignedIn() {
            return requiredActions != null && requiredActions.contains(HAS_NEVER_SIGNED_IN);
        }
    }

    record NewUser(
            String username,
            String email,
            String firstName,
            String lastName,
            boolean enabled,
            List<String> requiredActions) {}

    record Password(String type, OneTimePassword value, boolean temporary) {}

    /**
     * The organization with this alias, made if there is none; its id is the council's. One that is there keeps the name
     * under which it is shown: whoever asks may be late, and it another's.
     */
    public UUID organization(String alias, String name) {
        return asking(() -> {
            var organization = findOrganization(alias).orElseGet(() -> {
                create(
                        "/organizations",
                        new NewOrganization(alias, alias, true, Map.of("display_name", List.of(name))));
                return findOrganization(alias).orElseThrow(() -> new IdentityUnavailable("made, and not found"));
            });
            return UUID.fromString(organization.id());
        });
    }

    /** Changes the name under which people choose this council. */
    public void show(UUID organization, String name) {
        asking(() -> {
            var whole = admin.get()
                    .uri("/organizations/{id}", organization)
                    .retrieve()
                    .requiredBody(new ParameterizedTypeReference<Map<String, Object>>() {});
            var attributes = new HashMap<Object, Object>();
            if (whole.get("attributes") instanceof Map<?, ?> present) {
                attributes.putAll(present);
            }
            attributes.put("display_name", List.of(name));
            whole.put("attributes", attributes);
            return admin.put()
                    .uri("/organizations/{id}", organization)
                    .contentType(APPLICATION_JSON)
                    .body(whole)
                    .retrieve()
                    .toBodilessEntity();
        });
    }

    /** The person with this e-mail address; made, without any password yet, if there is none. */
    public Person person(String email, String name) {
        return asking(() -> {
            var user = findUser("email", email).orElseGet(() -> {
                create("/users", newUser(email, name));
                return findUser("email", email).orElseThrow(() -> new IdentityUnavailable("made, and not found"));
            });
            return new Person(issuer, user.id());
        });
    }

    /** The service account of this machine client. */
    public Optional<Person> machine(String clientId) {
        return asking(() -> findUser("username", "service-account-" + clientId)
                .filter(user -> user.email() == null)
                .map(user -> new Person(issuer, user.id())));
    }

    /** Makes a person a member of the council's organization. To be one already is as good. */
    public void join(UUID organization, Person person) {
        asking(() -> {
            create("/organizations/" + organization + "/members", person.subject());
            return organization;
        });
    }

    /**
     * A one-time password for somebody who has never signed in and belongs to no other council, which may have handed
     * out one already. Nobody else gets one here: they have a password.
     */
    public Optional<OneTimePassword> oneTimePassword(UUID organization, Person person) {
        return belongsElsewhere(organization, person) ? Optional.empty() : renewOneTimePassword(person);
    }

    /** Another one-time password in place of the one before, for somebody who has never signed in. */
    public Optional<OneTimePassword> renewOneTimePassword(Person person) {
        return asking(() -> {
            var user =
                    admin.get().uri("/users/{id}", person.subject()).retrieve().requiredBody(User.class);
            if (!user.hasNeverSignedIn()) {
                return Optional.empty();
            }
            var password = OneTimePassword.random();
            replacePassword(person, password);
            return Optional.of(password);
        });
    }

    /** From now on this one-time password opens the account, and the one that they had does not. */
    public void replacePassword(Person person, OneTimePassword password) {
        asking(() -> admin.put()
                .uri("/users/{id}/reset-password", person.subject())
                .contentType(APPLICATION_JSON)
                .body(new Password("password", password, true))
                .retrieve()
                .toBodilessEntity());
    }

    /** Whether somebody's account opens another council too. */
    public boolean belongsElsewhere(UUID organization, Person person) {
        return asking(() -> admin
                .get()
                .uri("/organizations/members/{id}/organizations", person.subject())
                .retrieve()
                .requiredBody(new ParameterizedTypeReference<List<Organization>>() {})
                .stream()
                .anyMatch(other -> !other.id().equals(organization.toString())));
    }

    private Optional<Organization> findOrganization(String alias) {
        return admin
                .get()
                .uri("/organizations?search={name}&exact=true&briefRepresentation=false", alias)
                .retrieve()
                .requiredBody(new ParameterizedTypeReference<List<Organization>>() {})
                .stream()
                .filter(organization -> alias.equals(organization.alias()))
                .findFirst();
    }

    private Optional<User> findUser(String property, String value) {
        return admin
                .get()
                .uri("/users?{property}={value}&exact=true", property, value)
                .retrieve()
                .requiredBody(new ParameterizedTypeReference<List<User>>() {})
                .stream()
                .findFirst();
    }

    /** Keycloak shows the name on its own pages only, in two parts. */
    private static NewUser newUser(String email, String name) {
        var parts = name.replaceAll(REFUSED_IN_NAMES, " ").strip().split(" ", 2);
        return new NewUser(
                email, email, parts[0], parts.length == 2 ? parts[1].strip() : "", true, List.of(HAS_NEVER_SIGNED_IN));
    }

    /** Somebody else may have made it a moment ago: 409 is as good as done. */
    private void create(String path, Object body) {
        try {
            admin.post()
                    .uri(path)
                    .contentType(APPLICATION_JSON)
                    .body(body)
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.Conflict alreadyThere) {
            return;
        } catch (HttpClientErrorException.BadRequest refused) {
            if (body instanceof NewUser) {
                throw new EmailRefused();
            }
            throw refused;
        }
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (RestClientException | OAuth2AuthorizationException e) {
            throw IdentityUnavailable.because(e);
        }
    }
}

package uk.alongside.tenant.identity;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.tenant.identity.IdentityRefusal.EmailNotAccepted;
import uk.alongside.tenant.identity.IdentityRefusal.IdentityUnavailable;

/**
 * The realm's organizations and users.
 *
 * <p>Every method looks for an existing record before it makes one, so that an interrupted request can be repeated. An
 * organization's name is its alias, because Keycloak can search for an exact name but not for an alias. The attribute
 * {@code display_name} is the name that people read. Keycloak chooses the organization's id and ignores an id in the
 * request.
 */
@Component
public class Keycloak {

    private static final Logger LOG = LoggerFactory.getLogger(Keycloak.class);

    private static final String CHOOSE_A_PASSWORD = "UPDATE_PASSWORD";

    /** The characters that Keycloak refuses in a person's name. The name that the product shows is our own. */
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

    record RealmRole(String name) {}

    record OrganizationMember(@Nullable String membershipType) {}

    record User(
            String id,
            @Nullable String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable List<String> requiredActions) {

        private static final String MACHINE = "service-account-";

        Account account(String issuer) {
            var person = new Person(issuer, id);
            if (username != null && username.startsWith(MACHINE)) {
                var client = username.substring(MACHINE.length());
                return new Account(person, client, null, client);
            }
            var name = (Objects.toString(firstName, "") + " " + Objects.toString(lastName, "")).strip();
            return new Account(person, name.isEmpty() ? Objects.toString(email, "") : name, email, null);
        }

        List<String> actionsBut(String done) {
            return requiredActions == null
                    ? List.of()
                    : requiredActions.stream()
                            .filter(action -> !action.equals(done))
                            .toList();
        }

        boolean hasNoPasswordOfTheirOwn() {
            return requiredActions != null && requiredActions.contains(CHOOSE_A_PASSWORD);
        }
    }

    record NewUser(
            String username,
            String email,
            String firstName,
            String lastName,
            boolean enabled,
            List<String> requiredActions) {}

    record Password(String type, String value, boolean temporary) {

        /** Returns a text without the password, because the text can end up in logs. */
        @Override
        public String toString() {
            return "a password";
        }
    }

    record Credential(
            String id, @Nullable String type, @Nullable Long createdDate) {

        boolean isPassword() {
            return "password".equals(type);
        }
    }

    /**
     * Returns the id of the organization with this alias, which is made if missing; the id is the council's. An
     * existing organization keeps its display name, because the caller may be late and the organization another's.
     */
    public UUID organization(String alias, String name) {
        return asking(() -> {
            var organization = findOrganization(alias).orElseGet(() -> {
                create(
                        "/organizations",
                        new NewOrganization(alias, alias, true, Map.of("display_name", List.of(name))));
                return findOrganization(alias).orElseThrow(() -> because("made, and not found"));
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

    /** Returns the person with this e-mail address, who is made without a password if missing. */
    public Person person(String email, String name) {
        return asking(() -> {
            var user = findUser("email", email).orElseGet(() -> {
                create("/users", newUser(email, name));
                return findUser("email", email).orElseThrow(() -> because("made, and not found"));
            });
            return new Person(issuer, user.id());
        });
    }

    /** Returns the service account of a machine client, if the realm has the client. */
    public Optional<Person> serviceAccount(String client) {
        return asking(() -> findUser("username", User.MACHINE + client).map(user -> new Person(issuer, user.id())));
    }

    /** Returns the account that a token of this realm names by its subject. */
    public Account account(String subject) {
        return asking(() -> admin.get()
                .uri("/users/{id}", subject)
                .retrieve()
                .requiredBody(User.class)
                .account(issuer));
    }

    /** Returns true for an account with the realm's role of operator, which is never a member of a council. */
    public boolean isOperator(Person person) {
        return asking(() -> admin
                .get()
                .uri("/users/{id}/role-mappings/realm/composite", person.subject())
                .retrieve()
                .requiredBody(new ParameterizedTypeReference<List<RealmRole>>() {})
                .stream()
                .anyMatch(role -> role.name().equals("operator")));
    }

    /**
     * Removes an account from the council's organization. An account that is not in it counts as removed. An account
     * that came by the council's own sign-in stays: Keycloak would delete it, also for other councils, and the next
     * sign-in would make another that no member row has suspended. Its member row keeps it out.
     */
    public void leave(UUID organization, Person person) {
        asking(() -> {
            try {
                var member = admin.get()
                        .uri("/organizations/{id}/members/{user}", organization, person.subject())
                        .retrieve()
                        .requiredBody(OrganizationMember.class);
                if (!"MANAGED".equals(member.membershipType())) {
                    admin.delete()
                            .uri("/organizations/{id}/members/{user}", organization, person.subject())
                            .retrieve()
                            .toBodilessEntity();
                }
            } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest _) {
                return organization;
            }
            return organization;
        });
    }

    /** Makes a person a member of the council's organization. An existing membership counts as success. */
    public void join(UUID organization, Person person) {
        asking(() -> {
            create("/organizations/" + organization + "/members", person.subject());
            return organization;
        });
    }

    /** Returns true for an account that has to choose a password at its next sign-in, as after a one-time password. */
    public boolean hasNoPasswordOfTheirOwn(Person person) {
        return asking(() -> admin.get()
                .uri("/users/{id}", person.subject())
                .retrieve()
                .requiredBody(User.class)
                .hasNoPasswordOfTheirOwn());
    }

    /**
     * Replaces the account's password by this one-time password, and returns the number by which
     * {@link #removeUnused(Person, long)} recognizes it. The earlier password is no longer valid, and sign-ins by it end.
     */
    public long replacePassword(Person person, OneTimePassword password) {
        return asking(() -> {
            admin.put()
                    .uri("/users/{id}/reset-password", person.subject())
                    .contentType(APPLICATION_JSON)
                    .body(new Password("password", password.value(), true))
                    .retrieve()
                    .toBodilessEntity();
            logOut(person);
            return password(person)
                    .map(Credential::createdDate)
                    .orElseThrow(() -> because("took a password, and has none"));
        });
    }

    /** Ends the person's sign-ins. An account that Keycloak does not have counts as done. */
    public void endSignIns(Person person) {
        asking(() -> {
            try {
                logOut(person);
            } catch (HttpClientErrorException.NotFound noAccount) {
                return person;
            }
            return person;
        });
    }

    private void logOut(Person person) {
        admin.post().uri("/users/{id}/logout", person.subject()).retrieve().toBodilessEntity();
    }

    /** Removes the one-time password with this number, unless its owner has used it or it was replaced. */
    public void removeUnused(Person person, long number) {
        removeUnused(person, password -> Objects.equals(password.createdDate(), number));
    }

    /** Removes the account's one-time password, unless its owner has used it. */
    public void removeUnused(Person person) {
        removeUnused(person, _ -> true);
    }

    private void removeUnused(Person person, Predicate<Credential> which) {
        if (!hasNoPasswordOfTheirOwn(person)) {
            return;
        }
        asking(() -> {
            password(person)
                    .filter(which)
                    .ifPresent(password -> admin.delete()
                            .uri("/users/{id}/credentials/{password}", person.subject(), password.id())
                            .retrieve()
                            .toBodilessEntity());
            return person;
        });
    }

    private Optional<Credential> password(Person person) {
        return admin
                .get()
                .uri("/users/{id}/credentials", person.subject())
                .retrieve()
                .requiredBody(new ParameterizedTypeReference<List<Credential>>() {})
                .stream()
                .filter(Credential::isPassword)
                .findFirst();
    }

    /**
     * Removes the account's password, because the person now signs in through their council. Keycloak no longer asks them
     * to choose one, as it does after a one-time password. Returns false if the account has no password.
     */
    public boolean removePassword(Person person) {
        return asking(() -> {
            var password = password(person);
            password.ifPresent(present -> admin.delete()
                    .uri("/users/{id}/credentials/{password}", person.subject(), present.id())
                    .retrieve()
                    .toBodilessEntity());
            askForNoPassword(person);
            return password.isPresent();
        });
    }

    private void askForNoPassword(Person person) {
        var user = admin.get().uri("/users/{id}", person.subject()).retrieve().requiredBody(User.class);
        if (user.hasNoPasswordOfTheirOwn()) {
            admin.put()
                    .uri("/users/{id}", person.subject())
                    .contentType(APPLICATION_JSON)
                    .body(Map.of("requiredActions", user.actionsBut(CHOOSE_A_PASSWORD)))
                    .retrieve()
                    .toBodilessEntity();
        }
    }

    /** Returns whether a person's account opens another council too. */
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

    /** Returns a new user. Keycloak shows the name on its own pages only, in two parts. */
    private static NewUser newUser(String email, String name) {
        var parts = name.replaceAll(REFUSED_IN_NAMES, " ").strip().split(" ", 2);
        return new NewUser(
                email, email, parts[0], parts.length == 2 ? parts[1].strip() : "", true, List.of(CHOOSE_A_PASSWORD));
    }

    /** Creates a record. The status 409 counts as success, because another request may have made it a moment ago. */
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
                throw new EmailNotAccepted().refused();
            }
            throw refused;
        }
    }

    static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (RestClientException | OAuth2AuthorizationException e) {
            throw because(
                    e instanceof RestClientResponseException answer
                            ? "answered " + answer.getStatusCode().value()
                            : e.getClass().getSimpleName());
        }
    }

    /** Logs only the kind of failure, because the requested address may contain a person's e-mail address. */
    static Refused because(String failure) {
        LOG.warn("Keycloak did not help: {}", failure);
        return new IdentityUnavailable().refused();
    }
}

package uk.alongside.tenant.identity;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * The second factors of the realm's accounts. A role of the realm says that an account needs one. It permits nothing, and
 * Keycloak's sign-in asks a person with this role for a passkey or a code, or to set up an authenticator app
 * (docs/adr/0045, docs/adr/0068).
 */
@Component
public class SecondFactors {

    private static final String ROLE = "second-factor";

    /** The types of credential that are a second factor in Keycloak. The password stays. */
    private static final Set<String> TYPES = Set.of("otp", "recovery-authn-codes", "webauthn");

    private static final String PASSKEY = "webauthn";

    /** Keycloak's page for a new app, as an action that it asks for at a sign-in. */
    private static final String SET_UP_AN_APP = "CONFIGURE_TOTP";

    private static final ParameterizedTypeReference<List<RealmRole>> ROLES = new ParameterizedTypeReference<>() {};

    private final RestClient admin;

    SecondFactors(IdentityProperties properties, OwnToken token) {
        this.admin = token.administration(properties.admin(), properties.connectTimeout(), properties.readTimeout());
    }

    record RealmRole(String id, String name) {}

    /** The actions that Keycloak asks a person for at their next sign-in. */
    record Asked(@Nullable List<String> requiredActions) {

        List<String> actions() {
            return Objects.requireNonNullElse(requiredActions, List.of());
        }
    }

    record Credential(
            String id,
            @Nullable String type,
            @Nullable String userLabel,
            @Nullable Long createdDate) {

        boolean isApp() {
            return "otp".equals(type);
        }

        boolean isPasskey() {
            return PASSKEY.equals(type);
        }

        long created() {
            return createdDate == null ? 0 : createdDate;
        }
    }

    /**
     * Makes a person use a second factor at each sign-in. If they did not have to before, their present sign-ins end, so
     * that none without it goes on: first those of before, so that a failure between the two leaves none of them. An
     * account that Keycloak does not have counts as done: no person signs in with it.
     */
    public void require(Person person) {
        ofAccount(person, () -> {
            if (!hasTheRole(person)) {
                endSignIns(person);
                give(person);
                endSignIns(person);
            }
            return person;
        });
    }

    /** Makes a person use a second factor from their next sign-in. Their present sign-ins go on. */
    public void requireFromNextSignIn(Person person) {
        ofAccount(person, () -> {
            if (!hasTheRole(person)) {
                give(person);
            }
            return person;
        });
    }

    /**
     * Makes a person use a second factor from their next sign-in, and sets one up there if they have none. Their council
     * may say that it used a second factor of its own: it does not count for an account that opens another council too.
     */
    public void setUpAtNextSignIn(Person person) {
        ofAccount(person, () -> {
            if (!hasTheRole(person)) {
                give(person);
            }
            if (credentials(person).isEmpty()) {
                ask(person);
            }
            return person;
        });
    }

    /** Makes Keycloak ask the person at their next sign-in to set up an app, beside what it asks already. */
    private void ask(Person person) {
        var asked = new TreeSet<>(admin.get()
                .uri("/users/{id}", person.subject())
                .retrieve()
                .requiredBody(Asked.class)
                .actions());
        if (asked.add(SET_UP_AN_APP)) {
            admin.put()
                    .uri("/users/{id}", person.subject())
                    .contentType(APPLICATION_JSON)
                    .body(new Asked(List.copyOf(asked)))
                    .retrieve()
                    .toBodilessEntity();
        }
    }

    /** Returns true if the person's next sign-in asks for a second factor. */
    public boolean areRequired(Person person) {
        return ofAccount(false, () -> hasTheRole(person));
    }

    /** Lets a person sign in without a second factor, unless they have set one up. An operator still needs one. */
    public void release(Person person) {
        ofAccount(person, () -> {
            var given = admin
                    .get()
                    .uri("/users/{id}/role-mappings/realm", person.subject())
                    .retrieve()
                    .requiredBody(ROLES)
                    .stream()
                    .filter(SecondFactors::isTheRole)
                    .toList();
            if (!given.isEmpty()) {
                admin.method(HttpMethod.DELETE)
                        .uri("/users/{id}/role-mappings/realm", person.subject())
                        .contentType(APPLICATION_JSON)
                        .body(given)
                        .retrieve()
                        .toBodilessEntity();
            }
            return person;
        });
    }

    /** Returns true for a person who has a passkey, an authenticator app or recovery codes. */
    public boolean areSetUp(Person person) {
        return ofAccount(false, () -> !credentials(person).isEmpty());
    }

    /** Returns the person's passkeys, the one that was added last first. */
    public List<Passkey> passkeys(Person person) {
        return ofAccount(
                List.of(),
                () -> newestFirst(person, Credential::isPasskey)
                        .map(passkey -> new Passkey(
                                passkey.id(),
                                Objects.requireNonNullElse(passkey.userLabel(), ""),
                                Instant.ofEpochMilli(passkey.created())))
                        .toList());
    }

    /**
     * Lets the sign-in first ask for the passkey or the authenticator app that was added last, and for recovery codes last.
     * The order goes by the time at which each was added, so it does not matter which of two changes is completed first.
     */
    public void askForNewestFirst(Person person) {
        ofAccount(person, () -> {
            sort(person);
            return person;
        });
    }

    /**
     * Ends the person's sign-ins, and removes their passkeys, their authenticator app and their recovery codes. The
     * password stays.
     */
    public void reset(Person person) {
        Keycloak.asking(() -> {
            endSignIns(person);
            removeAll(person);
            return person;
        });
    }

    /**
     * Removes the person's passkeys, authenticator app and recovery codes, because their council asks for a second factor
     * of its own. Their sign-ins go on.
     */
    public void remove(Person person) {
        ofAccount(person, () -> {
            removeAll(person);
            return person;
        });
    }

    private void removeAll(Person person) {
        credentials(person)
                .forEach(credential -> admin.delete()
                        .uri("/users/{id}/credentials/{credential}", person.subject(), credential.id())
                        .retrieve()
                        .toBodilessEntity());
    }

    /**
     * Removes the account's authenticator apps but the one that was set up last. The sign-in then asks for this app before
     * recovery codes, and before passkeys that are older.
     */
    public void keepNewestApp(Person person) {
        ofAccount(person, () -> {
            newestFirst(person, Credential::isApp)
                    .skip(1)
                    .forEach(older -> admin.delete()
                            .uri("/users/{id}/credentials/{credential}", person.subject(), older.id())
                            .retrieve()
                            .toBodilessEntity());
            sort(person);
            return person;
        });
    }

    /** Asks Keycloak about an account, and returns {@code without} if Keycloak does not have it. */
    private static <T> T ofAccount(T without, Supplier<T> question) {
        return Keycloak.asking(() -> {
            try {
                return question.get();
            } catch (HttpClientErrorException.NotFound noAccount) {
                return without;
            }
        });
    }

    private Stream<Credential> newestFirst(Person person, Predicate<Credential> which) {
        return credentials(person).stream()
                .filter(which)
                .sorted(Comparator.comparingLong(Credential::created).reversed());
    }

    /** Moves each passkey and app to the first place, from the oldest to the newest. Recovery codes end up behind them. */
    private void sort(Person person) {
        newestFirst(person, credential -> credential.isPasskey() || credential.isApp())
                .toList()
                .reversed()
                .forEach(credential -> admin.post()
                        .uri("/users/{id}/credentials/{credential}/moveToFirst", person.subject(), credential.id())
                        .retrieve()
                        .toBodilessEntity());
    }

    /** Returns the account's second factors: its credentials without the password. */
    private List<Credential> credentials(Person person) {
        return admin
                .get()
                .uri("/users/{id}/credentials", person.subject())
                .retrieve()
                .requiredBody(new ParameterizedTypeReference<List<Credential>>() {})
                .stream()
                .filter(credential -> credential.type() != null && TYPES.contains(credential.type()))
                .toList();
    }

    /** Gives the account the role. A realm without it is an older one, whose sign-in asks for no second factor. */
    private void give(Person person) {
        var role = roles(person, "available")
                .filter(SecondFactors::isTheRole)
                .findFirst()
                .orElseThrow(() -> Keycloak.because("has no role " + ROLE));
        admin.post()
                .uri("/users/{id}/role-mappings/realm", person.subject())
                .contentType(APPLICATION_JSON)
                .body(List.of(role))
                .retrieve()
                .toBodilessEntity();
    }

    /** Returns the realm's roles that the account has ({@code composite}) or could have ({@code available}). */
    private Stream<RealmRole> roles(Person person, String which) {
        return admin
                .get()
                .uri("/users/{id}/role-mappings/realm/{which}", person.subject(), which)
                .retrieve()
                .requiredBody(ROLES)
                .stream();
    }

    private boolean hasTheRole(Person person) {
        return roles(person, "composite").anyMatch(SecondFactors::isTheRole);
    }

    private static boolean isTheRole(RealmRole role) {
        return role.name().equals(ROLE);
    }

    private void endSignIns(Person person) {
        admin.post().uri("/users/{id}/logout", person.subject()).retrieve().toBodilessEntity();
    }
}

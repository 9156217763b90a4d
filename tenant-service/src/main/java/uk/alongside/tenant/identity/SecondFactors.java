package uk.alongside.tenant.identity;

import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
 * Keycloak's sign-in asks a person with this role for a code, or to set up an authenticator app (docs/adr/0045).
 */
@Component
public class SecondFactors {

    private static final String ROLE = "second-factor";

    /** The types of credential that are a second factor in Keycloak. The password stays. */
    private static final Set<String> TYPES = Set.of("otp", "recovery-authn-codes", "webauthn");

    private static final ParameterizedTypeReference<List<RealmRole>> ROLES = new ParameterizedTypeReference<>() {};

    private final RestClient admin;

    SecondFactors(IdentityProperties properties, OwnToken token) {
        this.admin = token.administration(properties.admin(), properties.connectTimeout(), properties.readTimeout());
    }

    record RealmRole(String id, String name) {}

    record Credential(
            String id, @Nullable String type, @Nullable Long createdDate) {

        boolean isApp() {
            return "otp".equals(type);
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

    /** Returns true for a person who has an authenticator app or recovery codes. */
    public boolean areSetUp(Person person) {
        return ofAccount(false, () -> !credentials(person).isEmpty());
    }

    /** Ends the person's sign-ins, and removes their authenticator app and recovery codes. The password stays. */
    public void reset(Person person) {
        Keycloak.asking(() -> {
            endSignIns(person);
            credentials(person)
                    .forEach(credential -> admin.delete()
                            .uri("/users/{id}/credentials/{credential}", person.subject(), credential.id())
                            .retrieve()
                            .toBodilessEntity());
            return person;
        });
    }

    /**
     * Removes the account's authenticator apps but the one that was set up last, which the sign-in then asks for before
     * recovery codes.
     */
    public void keepNewestApp(Person person) {
        ofAccount(person, () -> {
            var apps = credentials(person).stream()
                    .filter(Credential::isApp)
                    .sorted(Comparator.comparingLong(Credential::created).reversed())
                    .toList();
            apps.stream()
                    .limit(1)
                    .forEach(newest -> admin.post()
                            .uri("/users/{id}/credentials/{credential}/moveToFirst", person.subject(), newest.id())
                            .retrieve()
                            .toBodilessEntity());
            apps.stream()
                    .skip(1)
                    .forEach(older -> admin.delete()
                            .uri("/users/{id}/credentials/{credential}", person.subject(), older.id())
                            .retrieve()
                            .toBodilessEntity());
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

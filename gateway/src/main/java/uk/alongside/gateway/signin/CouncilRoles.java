package uk.alongside.gateway.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.problem.Page;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.session.Choice;
import uk.alongside.gateway.session.Person;
import uk.alongside.gateway.session.StaffSession;

/**
 * Asks tenant-service for the roles of a person who came through their council's own sign-in. The groups of that sign-in
 * give the roles, so no session opens before both services have them. Other sign-ins need no answer of tenant-service.
 */
@Component
class CouncilRoles {

    private final WebClient http;
    private final String tenantService;

    CouncilRoles(WebClient http, @Value("${alongside.services.tenant}") String tenantService) {
        this.http = http;
        this.tenantService = tenantService;
    }

    record Problem(@Nullable String detail, @Nullable List<String> leadNames) {

        Page page() {
            var text = detail == null ? Refusal.NO_COUNCIL.detail() : detail;
            var leads = leadNames == null || leadNames.isEmpty()
                    ? ""
                    : " The leads of your council: " + String.join(", ", leadNames) + ".";
            return new Page(
                    "You cannot work for this council", text + leads, new Page.Link("/", "Go to the start page"));
        }

        /** Leaves the names out, because this text can end up in logs. */
        @Override
        public String toString() {
            return "Problem";
        }
    }

    /** Returns the council whose own sign-in a person came through, if they are in no other council. */
    static Optional<Choice> only(OidcIdToken idToken, Person person) {
        return person.choices().size() == 1 && !person.operator()
                ? person.choices().stream()
                        .filter(council ->
                                ("council-" + council.id()).equals(idToken.getClaimAsString(StaffSession.PROVIDER)))
                        .findFirst()
                : Optional.empty();
    }

    /** Returns the page for a person whom their groups give no role, or empty if the session may open. */
    Mono<Page> refusal(OidcIdToken idToken, String accessToken) {
        if (!idToken.hasClaim(StaffSession.PROVIDER)) {
            return Mono.empty();
        }
        return http.get()
                .uri(tenantService + "/api/sign-in")
                .headers(headers -> headers.setBearerAuth(accessToken))
                .exchangeToMono(CouncilRoles::read)
                .timeout(Duration.ofSeconds(30));
    }

    private static Mono<Page> read(ClientResponse answer) {
        if (answer.statusCode().is2xxSuccessful()) {
            return answer.releaseBody().then(Mono.empty());
        }
        return answer.statusCode().isSameCodeAs(HttpStatus.FORBIDDEN)
                ? answer.bodyToMono(Problem.class).map(Problem::page)
                : answer.releaseBody().then(Mono.error(new Refused(Refusal.UNAVAILABLE)));
    }
}

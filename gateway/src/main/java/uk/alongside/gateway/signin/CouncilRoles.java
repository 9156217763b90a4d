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
import uk.alongside.gateway.session.WorkContext;

/**
 * Asks tenant-service for the roles of a person who came through their council's own sign-in. The groups of that sign-in
 * give the roles, so no session opens before both services have them. It also asks for a person of several councils who
 * signed in with a password: the chosen council may let them in through its own sign-in only. Other sign-ins need no
 * answer of tenant-service.
 */
@Component
class CouncilRoles {

    private final WebClient http;
    private final String tenantService;

    CouncilRoles(WebClient http, @Value("${alongside.services.tenant}") String tenantService) {
        this.http = http;
        this.tenantService = tenantService;
    }

    record Problem(
            @Nullable String type,
            @Nullable String detail,
            @Nullable List<String> leadNames) {

        Page page(Choice council) {
            var text = detail == null ? Refusal.NO_COUNCIL.detail() : detail;
            var leads = leadNames == null || leadNames.isEmpty()
                    ? ""
                    : " The leads of your council: " + String.join(", ", leadNames) + ".";
            var next = type != null && type.endsWith("/own-sign-in-needed")
                    ? new Page.Link(
                            "/oauth2/authorization/sign-in?through=" + council.id(), "Sign in through your council")
                    : new Page.Link("/", "Go to the start page");
            return new Page("You cannot work for this council", text + leads, next);
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

    /**
     * Returns the page for a person who may not work for the council that they chose, or empty if the session may open.
     * An operator's work is in no council.
     */
    Mono<Page> refusal(OidcIdToken idToken, String accessToken, Person person, WorkContext acting) {
        if (!(acting instanceof WorkContext.ForCouncil(var council)) || !isAskedFor(idToken, person)) {
            return Mono.empty();
        }
        return http.get()
                .uri(tenantService + "/api/sign-in")
                .headers(headers -> headers.setBearerAuth(accessToken))
                .exchangeToMono(answer -> read(answer, council))
                .timeout(Duration.ofSeconds(30));
    }

    private static boolean isAskedFor(OidcIdToken idToken, Person person) {
        return idToken.hasClaim(StaffSession.PROVIDER)
                || (!person.operator() && person.choices().size() > 1);
    }

    private static Mono<Page> read(ClientResponse answer, Choice council) {
        if (answer.statusCode().is2xxSuccessful()) {
            return answer.releaseBody().then(Mono.empty());
        }
        return answer.statusCode().isSameCodeAs(HttpStatus.FORBIDDEN)
                ? answer.bodyToMono(Problem.class).map(problem -> problem.page(council))
                : answer.releaseBody().then(Mono.error(new Refused(Refusal.UNAVAILABLE)));
    }
}

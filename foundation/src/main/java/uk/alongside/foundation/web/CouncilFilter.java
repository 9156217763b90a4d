package uk.alongside.foundation.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.problem.Refusals;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.telemetry.CouncilTag;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Reads the council from the token, binds it, and admits only its active members. The claim selects the council and the
 * member row decides. The filter ignores headers, paths and bodies.
 */
final class CouncilFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CouncilFilter.class);

    /** The claim with the alias of the identity provider through which a person came: {@code council-} and the id. */
    private static final String PROVIDER = "identity_provider";

    private static final String SIGNED_IN_AT = "auth_time";

    private final Members members;
    private final CouncilSignIn signIns;
    private final ProblemResponses problems;

    CouncilFilter(Members members, CouncilSignIn signIns, ProblemResponses problems) {
        this.members = members;
        this.signIns = signIns;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        var token = signedIn.getToken();
        if (isOperator(token)) {
            authenticate(new JwtAuthenticationToken(token, List.of(new SimpleGrantedAuthority(Role.OPERATE))));
            chain.doFilter(request, response);
            return;
        }
        var council = onlyCouncil(token);
        if (council.isEmpty()) {
            problems.write(response, noCouncil());
            return;
        }
        if (cameThroughAnother(token, council.get())) {
            problems.write(response, otherSignIn());
            return;
        }
        response.setHeader("Alongside-Council", council.get().toString());
        try {
            CouncilContext.call(council.get(), () -> {
                try (var _ = MDC.putCloseable(CouncilTag.IN_LOGS, CouncilTag.of(council.get()))) {
                    continueAsMember(token, request, response, chain);
                }
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private void continueAsMember(
            Jwt token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller;
        boolean suspended;
        try {
            // The decoder rejects tokens without these claims.
            var issuer = requireNonNull(token.getClaimAsString("iss"));
            var subject = requireNonNull(token.getSubject());
            var provider = token.getClaimAsString(PROVIDER);
            if (provider == null) {
                signIns.admitWithoutProvider(subject);
            } else {
                var signedInAt = requireNonNull(token.getClaimAsInstant(SIGNED_IN_AT));
                signIns.follow(new CouncilSignIn.SignedIn(issuer, subject, provider, signedInAt));
            }
            caller = members.findActive(issuer, subject);
            suspended = caller.isEmpty() && members.isCouncilSuspended();
        } catch (Refused e) {
            problems.write(response, Refusals.problem(e.reasons()));
            return;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The member of a request could not be looked up", Redacted.of(e));
            problems.write(response, ProblemResponses.unavailable());
            return;
        }
        if (suspended) {
            problems.write(response, councilSuspended());
            return;
        }
        if (hasOperatorRole(token) && caller.filter(CouncilFilter::isSupport).isEmpty()) {
            problems.write(response, supportAccessNeeded());
            return;
        }
        if (caller.isEmpty()) {
            problems.write(response, notAMember());
            return;
        }
        authenticate(new CallerAuthentication(caller.get()));
        chain.doFilter(request, response);
    }

    /**
     * Returns true for a token of the product's operator. An operator acts for no council, so a token with an
     * organization is never an operator's, nor is one of a council's own sign-in.
     */
    private static boolean isOperator(Jwt token) {
        return organizations(token).isEmpty() && hasOperatorRole(token) && !token.hasClaim(PROVIDER);
    }

    /**
     * Returns true for a sign-in through the identity provider of another council, which says who the person is and must
     * not open this council. An operator signs in with our account only. A token without the time of its sign-in counts as
     * another's, because the person's groups could not be followed.
     */
    private static boolean cameThroughAnother(Jwt token, UUID council) {
        return token.hasClaim(PROVIDER)
                && (hasOperatorRole(token)
                        || !token.hasClaim(SIGNED_IN_AT)
                        || !("council-" + council).equals(token.getClaim(PROVIDER)));
    }

    private static boolean hasOperatorRole(Jwt token) {
        return token.getClaim("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof List<?> roles
                && roles.contains("operator");
    }

    /** Returns true for a member whom a support grant admits. An operator is never another kind of member. */
    private static boolean isSupport(Caller caller) {
        return caller.roles().stream().anyMatch(Role::isSupport);
    }

    private static Optional<UUID> onlyCouncil(Jwt token) {
        var organizations = organizations(token);
        return organizations.size() == 1
                ? organizations.values().stream().findFirst().flatMap(CouncilFilter::id)
                : Optional.empty();
    }

    /**
     * Returns the organizations by alias. A claim in another form, as without the ids, counts as one organization
     * without an id.
     */
    private static Map<?, ?> organizations(Jwt token) {
        var claim = token.getClaim("organization");
        if (claim == null) {
            return Map.of();
        }
        return claim instanceof Map<?, ?> byAlias ? byAlias : Map.of("", claim);
    }

    private static Optional<UUID> id(@Nullable Object organization) {
        try {
            return organization instanceof Map<?, ?> details && details.get("id") instanceof String id
                    ? Optional.of(UUID.fromString(id))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void authenticate(Authentication authentication) {
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    }

    private static ProblemDetail noCouncil() {
        return Problem.of(HttpStatus.FORBIDDEN, "no-council", "Choose the council you are acting for.");
    }

    private static ProblemDetail otherSignIn() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "other-sign-in",
                "You signed in with another council's account. Sign out, and sign in with your password.");
    }

    private static ProblemDetail supportAccessNeeded() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "support-access-needed",
                "An operator works in a council only while the council grants support access. Ask for support access.");
    }

    private static ProblemDetail councilSuspended() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "council-suspended",
                "Your council's service is suspended. Nothing was deleted. Ask a lead of your council, who has had an"
                        + " email about it.");
    }

    private static ProblemDetail notAMember() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "not-a-member",
                "You are not an active member of this council. Ask a lead of the council.");
    }
}

package uk.alongside.tenant.council;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.council.CouncilRefusal.AliasReserved;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityEnded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityNeeded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityOfADemonstration;
import uk.alongside.tenant.council.CouncilRefusal.LeadEmailNotAccepted;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchAuthority;
import uk.alongside.tenant.council.CouncilRefusal.StaleVersion;
import uk.alongside.tenant.identity.IdentityRefusal.EmailNotAccepted;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.localauthority.LocalAuthorities;
import uk.alongside.tenant.localauthority.LocalAuthority;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.membership.MembershipService.Appointed;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.register.RegisterRefusal;
import uk.alongside.tenant.settings.CouncilSettings;
import uk.alongside.tenant.settings.CouncilSettings.Wording;
import uk.alongside.tenant.settings.SettingsService;
import uk.alongside.tenant.settings.SettingsService.Answer;

/** Creates, lists and edits councils for the operator. */
@Service
class CouncilService {

    /** Words with which the product's own addresses begin. */
    private static final Set<String> RESERVED = Set.of(
            "open",
            "invitations",
            "accessibility",
            "cookies",
            "staff-privacy",
            "api",
            "internal",
            "session",
            "sign-out",
            "oauth2",
            "login",
            "set-up",
            Register.INSTALLATION_TEST);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Answer<CouncilView> ANSWER = new Answer<>(CouncilView::of, StaleVersion::new);

    private final Register register;
    private final SettingsService settings;
    private final MembershipService membership;
    private final Keycloak keycloak;
    private final LocalAuthorities authorities;
    private final TransactionOperations transactions;
    private final Clock clock;

    CouncilService(
            Register register,
            SettingsService settings,
            MembershipService membership,
            Keycloak keycloak,
            LocalAuthorities authorities,
            TransactionOperations transactions,
            Clock clock) {
        this.register = register;
        this.settings = settings;
        this.membership = membership;
        this.keycloak = keycloak;
        this.authorities = authorities;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The first lead of a council. */
    record FirstLead(String name, String email) {}

    /** An operator's request for a council. Unless the council goes live at once, its leads set it up first. */
    record CouncilRequest(
            String alias,
            Wording wording,
            boolean demonstration,
            boolean live,
            @Nullable String authority,
            FirstLead firstLead) {

        CouncilSettings settings(UUID council, @Nullable LocalAuthority authority) {
            return new CouncilSettings(
                    council,
                    alias,
                    wording,
                    live ? CouncilStatus.LIVE : CouncilStatus.SETTING_UP,
                    demonstration,
                    authority);
        }
    }

    /** A created council and its first lead. */
    record CreatedCouncil(CouncilView council, Appointed firstLead) {}

    Page<Register.Entry, UUID> councils(@Nullable UUID after) {
        return register.list(after);
    }

    /**
     * Creates a council: first in Keycloak, because Keycloak chooses the id, and then here in one transaction. After an
     * interruption at any point nothing is visible here, and the same request finds in Keycloak the work of the first
     * one. If the council exists and is still what the request describes, the request is answered with it.
     */
    CreatedCouncil create(CouncilRequest request) {
        if (RESERVED.contains(request.alias())) {
            throw new AliasReserved().refused();
        }
        var authority = authorityOf(request);
        try {
            return createNew(request, authority);
        } catch (Refused refused) {
            if (refused.reason() instanceof RegisterRefusal) {
                return existing(request, authority).orElseThrow(() -> refused);
            }
            throw refused;
        }
    }

    private CreatedCouncil createNew(CouncilRequest request, @Nullable LocalAuthority authority) {
        var name = request.wording().name();
        register.requireFree(request.alias(), name, authority == null ? null : authority.code());
        var council = keycloak.organization(request.alias(), name);
        var lead = request.firstLead();
        var person = person(lead);
        return CouncilContext.call(
                council, () -> transactions.execute(_ -> create(request.settings(council, authority), person, lead)));
    }

    /** Returns the council that an earlier, equal request created. */
    private Optional<CreatedCouncil> existing(CouncilRequest request, @Nullable LocalAuthority authority) {
        return register.find(request.alias())
                .flatMap(entry -> CouncilContext.call(
                        entry.id(),
                        () -> Optional.of(settings.get(Function.identity()))
                                .filter(request.settings(entry.id(), authority)::describesTheSameCouncilAs)
                                .flatMap(council -> membership
                                        .activeLead(
                                                request.firstLead().name(),
                                                request.firstLead().email())
                                        .map(lead -> new CreatedCouncil(CouncilView.of(council), lead)))));
    }

    /** Returns the first lead's account. An address that Keycloak does not accept is reported at the lead's field. */
    private Person person(FirstLead lead) {
        try {
            return keycloak.person(lead.email(), lead.name());
        } catch (Refused e) {
            throw e.reason() instanceof EmailNotAccepted ? new LeadEmailNotAccepted().refused() : e;
        }
    }

    /** Returns the council's entry in the register, which must not have ended. Demonstration councils have none. */
    private @Nullable LocalAuthority authorityOf(CouncilRequest request) {
        if (request.authority() == null) {
            if (request.demonstration()) {
                return null;
            }
            throw new AuthorityNeeded().refused();
        }
        if (request.demonstration()) {
            throw new AuthorityOfADemonstration().refused();
        }
        var authority = authorities.find(request.authority()).orElseThrow(() -> new NoSuchAuthority().refused());
        if (authority.hasEndedBy(LocalDate.now(clock.withZone(LONDON)))) {
            throw new AuthorityEnded(authority.successors().stream()
                            .flatMap(code -> authorities.find(code).stream())
                            .toList())
                    .refused();
        }
        return authority;
    }

    private CreatedCouncil create(CouncilSettings council, Person person, FirstLead lead) {
        var saved = settings.create(council);
        var appointed = membership.appointFirstLead(person, lead.name(), lead.email());
        return new CreatedCouncil(CouncilView.of(saved), appointed);
    }

    CouncilView council() {
        return settings.get(CouncilView::of);
    }

    CouncilView edit(long expected, Wording wording) {
        return settings.change(expected, "edited", council -> council.edit(wording), ANSWER);
    }
}

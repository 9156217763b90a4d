package uk.alongside.tenant.council;

import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.settings.Assessments;
import uk.alongside.tenant.settings.CouncilSettings;
import uk.alongside.tenant.settings.CouncilSettingsRepository;
import uk.alongside.tenant.settings.Logos;
import uk.alongside.tenant.settings.SettingsDelivery;
import uk.alongside.tenant.settings.DisplayNameDelivery;
import uk.alongside.tenant.settings.SettingsView;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.council.CouncilRefusal.AliasReserved;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityEnded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityNeeded;
import uk.alongside.tenant.council.CouncilRefusal.AuthorityOfADemonstration;
import uk.alongside.tenant.council.CouncilRefusal.NameTaken;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchAuthority;
import uk.alongside.tenant.council.CouncilRefusal.NoSuchCouncil;
import uk.alongside.tenant.settings.CouncilSettings.Wording;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.Keycloak;
import uk.alongside.tenant.identity.Person;
import uk.alongside.tenant.localauthority.LocalAuthorities;
import uk.alongside.tenant.localauthority.LocalAuthority;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.membership.MembershipService.Appointed;

/** The founding and the set-up of councils. */
@Service
class CouncilService {

    private static final String KIND = "council";

    /** Words with which the product's own addresses begin. */
    private static final Set<String> RESERVED =
            Set.of("open", "invitations", "api", "internal", "session", "sign-out", "oauth2", "login", "set-up");

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Register register;
    private final Logos logos;
    private final Assessments assessments;
    private final CouncilSettingsRepository settings;
    private final MembershipService membership;
    private final Keycloak keycloak;
    private final Outbox outbox;
    private final Audit audit;
    private final LocalAuthorities authorities;
    private final TransactionOperations transactions;
    private final Clock clock;

    CouncilService(
            Register register,
            Logos logos,
            Assessments assessments,
            CouncilSettingsRepository settings,
            MembershipService membership,
            Keycloak keycloak,
            Outbox outbox,
            Audit audit,
            LocalAuthorities authorities,
            TransactionOperations transactions,
            Clock clock) {
        this.register = register;
        this.logos = logos;
        this.assessments = assessments;
        this.settings = settings;
        this.membership = membership;
        this.keycloak = keycloak;
        this.outbox = outbox;
        this.audit = audit;
        this.authorities = authorities;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The first lead of a council. */
    record FirstLead(String name, String email) {}

    /** An operator's request for a council. Unless the council goes live at once, its leads set it up first. */
    record Founding(
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

    /** A council that was founded. */
    record Founded(CouncilView council, Appointed firstLead) {}

    List<Register.Entry> councils() {
        return register.all();
    }

    /**
     * Founds a council: first in Keycloak, because Keycloak chooses the id, and then here in one transaction. After an
     * interruption at any point nothing is visible here, and the same request finds in Keycloak the work of the first
     * one.
     */
    Founded found(Founding wish) {
        if (RESERVED.contains(wish.alias())) {
            throw new CouncilRefused(new AliasReserved());
        }
        var name = wish.wording().name();
        var authority = authorityOf(wish);
        register.requireFree(wish.alias(), name, authority == null ? null : authority.code());
        var council = keycloak.organization(wish.alias(), name);
        var lead = wish.firstLead();
        var person = keycloak.person(lead.email(), lead.name());
        return CouncilContext.call(
                council, () -> transactions.execute(_ -> found(wish.settings(council, authority), person, lead)));
    }

    /** Returns the council's entry in the register, which must not have ended. Only a made-up council has no entry. */
    private @Nullable LocalAuthority authorityOf(Founding wish) {
        if (wish.authority() == null) {
            if (wish.demonstration()) {
                return null;
            }
            throw new CouncilRefused(new AuthorityNeeded());
        }
        if (wish.demonstration()) {
            throw new CouncilRefused(new AuthorityOfADemonstration());
        }
        var authority = authorities.find(wish.authority()).orElseThrow(() -> new CouncilRefused(new NoSuchAuthority()));
        if (authority.hasEndedBy(LocalDate.now(clock.withZone(LONDON)))) {
            throw new CouncilRefused(new AuthorityEnded(authority.successors().stream()
                    .flatMap(code -> authorities.find(code).stream())
                    .toList()));
        }
        return authority;
    }

    private Founded found(CouncilSettings founded, Person person, FirstLead lead) {
        register.enter(new Register.Entry(
                founded.id(),
                founded.name(),
                founded.alias(),
                founded.status(),
                founded.demonstration(),
                founded.authority()));
        var saved = settings.saveAndFlush(founded);
        outbox.add(DisplayNameDelivery.KIND, saved.id(), saved.version());
        tell(saved);
        audit.changed(KIND, founded.id(), "founded");
        var appointed = membership.appointFirstLead(person, lead.name(), lead.email());
        return new Founded(CouncilView.of(saved), appointed);
    }

    @Transactional(readOnly = true)
    CouncilView council() {
        return CouncilView.of(settings.findById(CouncilContext.council()).orElseThrow(CouncilService::noSuchCouncil));
    }

    @Transactional(readOnly = true)
    SettingsView settings() {
        return view(settings.findById(CouncilContext.council()).orElseThrow(CouncilService::noSuchCouncil));
    }

    CouncilView edit(long expected, Wording wording) {
        return change(council -> council.edit(expected, wording), CouncilView::of);
    }

    SettingsView change(Consumer<CouncilSettings> change) {
        return change(change, this::view);
    }

    /** Changes the colour. A white logo has the colour as its background, so the background follows the colour too. */
    SettingsView paint(long expected, @Nullable String colour) {
        return change(council -> council.paint(
                expected, colour, logos.shown().map(Logos.Shown::pale).orElse(false)));
    }

    private SettingsView view(CouncilSettings council) {
        return SettingsView.of(council, logos.shown(), assessments.held());
    }

    /**
     * Changes the settings. The name that people read when they choose a council is in Keycloak and follows by a
     * delivery.
     */
    private <T> T change(Consumer<CouncilSettings> change, Function<CouncilSettings, T> view) {
        try {
            return transactions.execute(_ -> {
                var council =
                        settings.findForEditById(CouncilContext.council()).orElseThrow(CouncilService::noSuchCouncil);
                var before = council.name();
                var statusBefore = council.status();
                change.accept(council);
                if (!council.name().equals(before)) {
                    register.rename(council.id(), council.name());
                    outbox.add(DisplayNameDelivery.KIND, council.id(), council.version());
                }
                if (council.status() != statusBefore) {
                    register.mark(council.id(), council.status());
                }
                tell(council);
                audit.changed(KIND, council.id(), "edited");
                return view.apply(council);
            });
        } catch (DataIntegrityViolationException takenAMomentAgo) {
            throw new CouncilRefused(new NameTaken());
        }
    }

    private void tell(CouncilSettings council) {
        outbox.add(SettingsDelivery.KIND, council.id(), council.version());
    }

    private static CouncilRefused noSuchCouncil() {
        return new CouncilRefused(new NoSuchCouncil());
    }
}

package uk.alongside.tenant.signinprovider;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Role;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.identity.IdentityProviders;
import uk.alongside.tenant.identity.OrganizationLock;
import uk.alongside.tenant.identity.ProviderConnection;
import uk.alongside.tenant.membership.MembershipService;
import uk.alongside.tenant.secondfactor.MemberToAsk;
import uk.alongside.tenant.secondfactor.MembersToAsk;
import uk.alongside.tenant.signinprovider.ConnectionCheck.Outcome;
import uk.alongside.tenant.signinprovider.ConnectionCheck.Step;
import uk.alongside.tenant.signinprovider.Discovery.Document;
import uk.alongside.tenant.signinprovider.Discovery.Failed;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.AddressNotAllowed;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.EmailDomainInUse;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.NoDiscoveryDocument;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.NoEmailDomain;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.OtherIssuer;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.PublicMailDomain;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.SecretNeeded;
import uk.alongside.tenant.signinprovider.SignInProviderRefusal.StaleVersion;

/** Connects the bound council's own sign-in. */
@Service
class SignInProviderService {

    static final int MOST_PEOPLE = 100;

    private static final String KIND = "sign-in-provider";

    private final SignInProviderRows rows;
    private final ProviderSignIns signIns;
    private final Discovery discovery;
    private final IdentityProviders providers;
    private final OrganizationLock organization;
    private final PasswordRemoval passwords;
    private final Outbox outbox;
    private final MembershipService members;
    private final MembersToAsk staff;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final String realm;

    SignInProviderService(
            SignInProviderRows rows,
            ProviderSignIns signIns,
            Discovery discovery,
            IdentityProviders providers,
            OrganizationLock organization,
            PasswordRemoval passwords,
            Outbox outbox,
            MembershipService members,
            MembersToAsk staff,
            Audit audit,
            TransactionOperations transactions,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String realm) {
        this.rows = rows;
        this.signIns = signIns;
        this.discovery = discovery;
        this.providers = providers;
        this.organization = organization;
        this.passwords = passwords;
        this.outbox = outbox;
        this.members = members;
        this.staff = staff;
        this.audit = audit;
        this.transactions = transactions;
        this.realm = realm;
    }

    /** A person who came in through the council's own sign-in. */
    record PersonSignedIn(String name, Instant at) {

        /** Leaves the name out, because this text can end up in logs. */
        @Override
        public String toString() {
            return "PersonSignedIn[" + at + "]";
        }
    }

    @Transactional(readOnly = true)
    SignInProvider get() {
        return rows.find();
    }

    /** Returns the people who signed in last, with the time of each person's latest sign-in. */
    @Transactional(readOnly = true)
    List<PersonSignedIn> people() {
        var names = members.namesBySubject();
        return signIns.list(MOST_PEOPLE).stream()
                .flatMap(latest -> Stream.ofNullable(names.get(latest.subject()))
                        .map(name -> new PersonSignedIn(name, latest.at())))
                .toList();
    }

    /** Returns the names of people who could come in through the council's own sign-in and never have. */
    @Transactional(readOnly = true)
    List<String> neverCame(SignInProvider provider) {
        var subjects = signIns.subjects();
        return staff.all().stream()
                .filter(member -> provider.owns(member.email()))
                .filter(member -> !subjects.contains(member.account().subject()))
                .map(MemberToAsk::name)
                .limit(MOST_PEOPLE)
                .toList();
    }

    /** Returns the address to which the council's provider sends people back. */
    URI redirect() {
        return URI.create(realm + "/broker/" + IdentityProviders.alias(CouncilContext.council()) + "/endpoint");
    }

    /** Returns the address to which the council's provider reports that a person was signed out there. */
    URI backChannelLogout() {
        return URI.create(realm + "/protocol/openid-connect/logout/backchannel-logout");
    }

    /** Replaces the domains that the operator has confirmed. */
    @Transactional
    SignInProvider own(long expected, List<String> typed) {
        if (members.activeLeads() == 0 && members.namesBySubject().isEmpty()) {
            throw Refused.notFound();
        }
        var domains = typed.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
        if (domains.stream().anyMatch(PublicMailDomains::contains)) {
            throw new PublicMailDomain().refused();
        }
        var before = rows.find();
        if (domains.isEmpty() && before.enabled()) {
            throw new EmailDomainInUse().refused();
        }
        if (!rows.own(expected, domains)) {
            throw new StaleVersion(rows.find()).refused();
        }
        organization.hold();
        providers.own(CouncilContext.council(), domains);
        audit.value("email-domains", String.join(", ", before.domains()), String.join(", ", domains));
        audit.changed(KIND, CouncilContext.council(), "domains-confirmed");
        return rows.find();
    }

    /** Connects the sign-in, or changes the connection. The provider is asked for its addresses before the transaction. */
    SignInProvider connect(long expected, SignInProvider.New changed) {
        if (changed.roles().stream().map(SignInProvider.RoleOfGroup::role).anyMatch(Role::isSupport)) {
            throw new uk.alongside.tenant.membership.MemberRefusal.RoleOfSupport().refused();
        }
        var issuer = Discovery.issuerOf(changed.issuer());
        var document = document(issuer);
        return transactions.execute(_ -> {
            var before = rows.find();
            if (before.domains().isEmpty()) {
                throw new NoEmailDomain().refused();
            }
            if (changed.clientSecret() == null && !before.sharesItsSecretWith(issuer, changed.clientId())) {
                throw new SecretNeeded().refused();
            }
            if (!rows.connect(expected, issuer, changed)) {
                throw new StaleVersion(before).refused();
            }
            providers.connect(
                    CouncilContext.council(),
                    new ProviderConnection(
                            "Your council’s sign-in",
                            issuer,
                            document.authorization(),
                            document.token(),
                            document.keys(),
                            document.endSession().orElse(null),
                            changed.clientId(),
                            changed.clientSecret(),
                            changed.groupsClaim(),
                            changed.enabled()));
            var after = rows.find();
            audit.values(auditedValues(before), auditedValues(after));
            audit.setting("sign-in-secret", changed.clientSecret() != null);
            audit.changed(KIND, CouncilContext.council(), "edited");
            if (after.enabled() && !before.enabled()) {
                passwords.queue(outbox, after.version());
            }
            return after;
        });
    }

    private static Map<String, String> auditedValues(SignInProvider provider) {
        return Map.of(
                "sign-in-issuer", provider.issuer() == null ? "" : provider.issuer(),
                "sign-in-client", provider.clientId() == null ? "" : provider.clientId(),
                "sign-in-claim", provider.groupsClaim() == null ? "" : provider.groupsClaim(),
                "sign-in-roles",
                        provider.roles().stream()
                                .map(each -> each.group() + ": " + each.role().word())
                                .collect(Collectors.joining(", ")),
                "sign-in-enabled", provider.enabled() ? "yes" : "no");
    }

    private Document document(String issuer) {
        try {
            var document = discovery.read(issuer);
            if (!document.issuer().equals(issuer)) {
                throw new OtherIssuer().refused();
            }
            return document;
        } catch (Failed e) {
            throw (e.problem() == Discovery.Problem.ADDRESS_NOT_ALLOWED
                            ? new AddressNotAllowed()
                            : new NoDiscoveryDocument())
                    .refused();
        }
    }

    /** Tries each part of the connection, also of one that is not saved yet, and says which of them work. */
    ConnectionCheck check(SignInProvider.New connection) {
        var check = new ConnectionCheck();
        var issuer = Discovery.issuerOf(connection.issuer());
        try {
            var document = discovery.read(issuer);
            check.add(Step.DISCOVERY, Outcome.WORKS);
            check.add(Step.ISSUER, document.issuer().equals(issuer) ? Outcome.WORKS : Outcome.OTHER_ISSUER);
            check.add(Step.KEYS, () -> discovery.hasKeys(document) ? Outcome.WORKS : Outcome.NO_KEYS);
            var secret = connection.clientSecret();
            if (secret == null) {
                check.add(Step.CLIENT, Outcome.NO_SECRET);
            } else {
                check.add(
                        Step.CLIENT,
                        () -> discovery.acceptsClient(document, connection.clientId(), secret, redirect())
                                ? Outcome.WORKS
                                : Outcome.CLIENT_REJECTED);
            }
        } catch (Failed e) {
            check.add(Step.DISCOVERY, Outcome.of(e.problem()));
        }
        transactions.executeWithoutResult(_ -> {
            var latest = signIns.list(1);
            check.add(
                    Step.GROUPS,
                    latest.isEmpty()
                            ? Outcome.NO_SIGN_IN
                            : latest.getFirst().groups() == 0 ? Outcome.NO_GROUPS : Outcome.WORKS);
            audit.changed(KIND, CouncilContext.council(), "tested");
        });
        return check;
    }
}

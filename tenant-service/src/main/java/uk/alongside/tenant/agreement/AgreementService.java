package uk.alongside.tenant.agreement;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.agreement.AgreementRefusal.AlreadyAccepted;
import uk.alongside.tenant.agreement.AgreementRefusal.EmailNeeded;
import uk.alongside.tenant.agreement.AgreementRefusal.NameNeeded;
import uk.alongside.tenant.agreement.AgreementRefusal.NotTheLatest;
import uk.alongside.tenant.membership.MemberNames;

/** The acceptance of the agreement by a council: once in each version, by a person who has the authority. */
@Service
public class AgreementService {

    private final AgreementLibrary library;
    private final Acceptances acceptances;
    private final MemberNames names;
    private final Audit audit;
    private final Clock clock;

    AgreementService(AgreementLibrary library, Acceptances acceptances, MemberNames names, Audit audit, Clock clock) {
        this.library = library;
        this.acceptances = acceptances;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /** The agreement in force, and the council's acceptances, the latest first. */
    record State(Agreement agreement, List<Acceptance> acceptances) {

        boolean isAccepted() {
            return acceptances.stream()
                    .anyMatch(acceptance -> acceptance.version().equals(agreement.version()));
        }

        boolean isToBeAcceptedAgain() {
            return !isAccepted() && !acceptances.isEmpty();
        }
    }

    /** Another person, for whom a lead accepts. */
    record OtherPerson(@Nullable String name, @Nullable String email) {}

    /** Returns whether the council accepted the version that is in force. */
    @Transactional(readOnly = true)
    public boolean isAccepted() {
        return state().isAccepted();
    }

    /** Returns the council's latest acceptance, of whichever version. */
    @Transactional(readOnly = true)
    public Optional<Acceptance> latestAcceptance() {
        return acceptances.all().stream().findFirst();
    }

    /** Returns the text of a version that the council accepted, with the person who accepted it beneath. */
    @Transactional(readOnly = true)
    String acceptedText(String version) {
        return accepted(version).orElseThrow(Refused::notFound);
    }

    @Transactional(readOnly = true)
    State state() {
        return new State(library.latest(), acceptances.all());
    }

    /** Accepts the agreement for the lead, unless the lead accepts for another person. */
    @Transactional
    State accept(MemberId lead, String version, @Nullable OtherPerson other, String role) {
        var agreement = library.latest();
        if (!agreement.version().equals(version)) {
            throw new NotTheLatest().refused();
        }
        var text = agreement.text();
        var acceptance = new Acceptance(
                version,
                Agreement.hashOf(text),
                other == null ? names.ofThisCouncil().getOrDefault(lead, "") : required(other.name(), new NameNeeded()),
                other == null ? null : required(other.email(), new EmailNeeded()),
                role,
                lead,
                clock.instant());
        if (!acceptances.add(acceptance, text)) {
            throw new AlreadyAccepted().refused();
        }
        audit.changed("agreement", CouncilContext.council(), "accepted");
        return state();
    }

    /**
     * Returns the accepted text with the person who accepted it beneath. The version in force is available before that
     * too.
     */
    @Transactional(readOnly = true)
    String text(String version) {
        var agreement = library.latest();
        return accepted(version)
                .or(() -> Optional.of(agreement.text())
                        .filter(_ -> agreement.version().equals(version)))
                .orElseThrow(Refused::notFound);
    }

    private Optional<String> accepted(String version) {
        return acceptances.all().stream()
                .filter(acceptance -> acceptance.version().equals(version))
                .findFirst()
                .map(this::withText);
    }

    private String withText(Acceptance acceptance) {
        return """
                %s
                --------
                Accepted on %s (UTC)
                for: %s%s
                role: %s
                SHA-256 of the text above the line: %s
                """.formatted(
                        acceptances.text(acceptance.version()),
                        acceptance.at(),
                        acceptance.name(),
                        acceptance.email() == null ? "" : ", " + acceptance.email(),
                        acceptance.role(),
                        acceptance.hash());
    }

    private static String required(@Nullable String given, AgreementRefusal otherwise) {
        if (given == null) {
            throw otherwise.refused();
        }
        return given;
    }
}

package uk.alongside.tenant.agreement;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.agreement.AgreementRefusal.AlreadyAccepted;
import uk.alongside.tenant.agreement.AgreementRefusal.EmailNeeded;
import uk.alongside.tenant.agreement.AgreementRefusal.NameNeeded;
import uk.alongside.tenant.agreement.AgreementRefusal.NoSuchVersion;
import uk.alongside.tenant.agreement.AgreementRefusal.NotTheLatest;
import uk.alongside.tenant.membership.MemberNames;

/** A council accepts the agreement: once in each version, by somebody who has the authority. */
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

    /** What is in force, and what the council accepted, the latest first. */
    record Standing(Agreement agreement, List<Acceptance> acceptances) {

        boolean isAccepted() {
            return acceptances.stream()
                    .anyMatch(acceptance -> acceptance.version().equals(agreement.version()));
        }

        boolean isToBeAcceptedAgain() {
            return !isAccepted() && !acceptances.isEmpty();
        }
    }

    /** Somebody else, for whom a lead accepts. */
    record SomebodyElse(@Nullable String name, @Nullable String email) {}

    /** Whether the council accepted the version that is in force. */
    @Transactional(readOnly = true)
    public boolean isAccepted() {
        return standing().isAccepted();
    }

    @Transactional(readOnly = true)
    Standing standing() {
        return new Standing(library.latest(), acceptances.all());
    }

    /** For the lead, unless it is for somebody else. */
    @Transactional
    Standing accept(UUID lead, String version, @Nullable SomebodyElse other, String role) {
        var agreement = library.latest();
        if (!agreement.version().equals(version)) {
            throw new AgreementRefused(new NotTheLatest());
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
            throw new AgreementRefused(new AlreadyAccepted());
        }
        audit.changed("agreement", CouncilContext.council(), "accepted");
        return standing();
    }

    /** The text as it was accepted, and beneath it who accepted it; of what is in force also before that. */
    @Transactional(readOnly = true)
    String text(String version) {
        var agreement = library.latest();
        return acceptances.all().stream()
                .filter(acceptance -> acceptance.version().equals(version))
                .findFirst()
                .map(this::withText)
                .or(() -> Optional.of(agreement.text())
                        .filter(_ -> agreement.version().equals(version)))
                .orElseThrow(() -> new AgreementRefused(new NoSuchVersion()));
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
            throw new AgreementRefused(otherwise);
        }
        return given;
    }
}

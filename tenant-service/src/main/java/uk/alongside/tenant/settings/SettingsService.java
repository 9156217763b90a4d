package uk.alongside.tenant.settings;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSuspension;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.logo.Logos;
import uk.alongside.tenant.register.Register;
import uk.alongside.tenant.register.RegisterRefusal.NameTaken;
import uk.alongside.tenant.settings.SettingsRefusal.StaleVersion;

/** Reads and changes the settings of the bound council. */
@Service
public class SettingsService {

    private static final String KIND = "council";

    private final CouncilSettingsRepository settings;
    private final Logos logos;
    private final Assessments assessments;
    private final Register register;
    private final CouncilSuspension suspension;
    private final Outbox outbox;
    private final Audit audit;
    private final TransactionOperations transactions;

    SettingsService(
            CouncilSettingsRepository settings,
            Logos logos,
            Assessments assessments,
            Register register,
            CouncilSuspension suspension,
            Outbox outbox,
            Audit audit,
            TransactionOperations transactions) {
        this.settings = settings;
        this.logos = logos;
        this.assessments = assessments;
        this.register = register;
        this.suspension = suspension;
        this.outbox = outbox;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A kind of answer: how it shows the settings, and how it rejects a stale version and shows the current one. */
    public record Answer<T>(Function<CouncilSettings, T> view, Function<T, Refusal> stale) {}

    /** Creates a council's settings and its entry in the register, in the caller's transaction. */
    @Transactional(propagation = MANDATORY)
    public CouncilSettings create(CouncilSettings council) {
        register.enter(new Register.Entry(
                council.id(),
                council.name(),
                council.alias(),
                council.status(),
                council.isSuspended(),
                council.demonstration(),
                council.authority()));
        var saved = settings.saveAndFlush(council);
        outbox.add(DisplayNameDelivery.KIND, saved.id(), saved.version());
        publish(saved);
        audit.changed(KIND, saved.id(), "created");
        return saved;
    }

    /** Returns a view of the settings. */
    @Transactional(readOnly = true)
    public <T> T get(Function<CouncilSettings, T> view) {
        return view.apply(settings.findById(CouncilContext.council()).orElseThrow(Refused::notFound));
    }

    /** Returns whether the council has uploaded its data protection impact assessment. */
    @Transactional(readOnly = true)
    public boolean hasAssessment() {
        return assessments.held().isPresent();
    }

    /**
     * Changes the settings under a row lock, if {@code expected} is still their version. The name that people read when
     * they choose a council is in Keycloak and follows by a delivery.
     *
     * @param audited the word for this change in the audit
     */
    public <T> T change(long expected, String audited, Consumer<CouncilSettings> change, Answer<T> answer) {
        try {
            return transactions.execute(_ -> {
                var council = settings.findForEditById(CouncilContext.council()).orElseThrow(Refused::notFound);
                if (council.version() != expected) {
                    throw answer.stale().apply(answer.view().apply(council)).refused();
                }
                var nameBefore = council.name();
                var statusBefore = council.status();
                var suspendedBefore = council.isSuspended();
                var valuesBefore = council.auditedValues();
                var contactBefore = council.contact();
                var protectionBefore = council.dataProtection();
                change.accept(council);
                audit.values(valuesBefore, council.auditedValues());
                contactBefore.changesTo(council.contact()).forEach((name, changed) -> audit.setting(name, changed));
                audit.setting(
                        "data-protection-email",
                        !Objects.equals(emailOf(protectionBefore), emailOf(council.dataProtection())));
                if (!council.name().equals(nameBefore)) {
                    register.rename(council.id(), council.name());
                    outbox.add(DisplayNameDelivery.KIND, council.id(), council.version());
                }
                if (council.status() != statusBefore) {
                    register.mark(council.id(), council.status());
                }
                if (council.isSuspended() != suspendedBefore) {
                    register.mark(council.id(), council.isSuspended());
                    suspension.set(council.isSuspended());
                }
                publish(council);
                audit.changed(KIND, council.id(), audited);
                return answer.view().apply(council);
            });
        } catch (DataIntegrityViolationException takenAMomentAgo) {
            throw new NameTaken().refused();
        }
    }

    private static @Nullable String emailOf(@Nullable DataProtection answers) {
        return answers == null ? null : answers.dataProtectionEmail();
    }

    @Transactional(readOnly = true)
    SettingsView settings() {
        return get(this::view);
    }

    /** Changes a file beside the settings, of which the audit keeps only that it was changed. */
    SettingsView changeFile(long expected, String file, Consumer<CouncilSettings> change) {
        return change(expected, council -> {
            change.accept(council);
            audit.setting(file, true);
        });
    }

    SettingsView change(long expected, Consumer<CouncilSettings> change) {
        return change(expected, "edited", change, new Answer<>(this::view, StaleVersion::new));
    }

    /** Changes the colour. A white logo has the colour as its background, so the background follows the colour too. */
    SettingsView changeColour(long expected, @Nullable String colour) {
        return change(
                expected,
                council -> council.changeColour(
                        colour, logos.shown().map(Logos.Shown::pale).orElse(false)));
    }

    private SettingsView view(CouncilSettings council) {
        return SettingsView.of(council, logos.shown(), assessments.held());
    }

    private void publish(CouncilSettings council) {
        outbox.add(SettingsDelivery.KIND, council.id(), council.version());
    }
}

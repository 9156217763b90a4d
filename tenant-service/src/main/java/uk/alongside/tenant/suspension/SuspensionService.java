package uk.alongside.tenant.suspension;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.register.SuspensionReason;
import uk.alongside.tenant.settings.CouncilSettings;
import uk.alongside.tenant.settings.SettingsService;
import uk.alongside.tenant.settings.SettingsService.Answer;
import uk.alongside.tenant.suspension.SuspensionRefusal.StaleVersion;
import uk.alongside.tenant.suspension.SuspensionRefusal.SuspendedAlready;
import uk.alongside.tenant.suspension.SuspensionStep.Kind;

/** Suspends and resumes the bound council. All its leads get mail about either. */
@Service
class SuspensionService {

    private final SettingsService settings;
    private final SuspensionSteps steps;
    private final Outbox outbox;

    SuspensionService(SettingsService settings, SuspensionSteps steps, Outbox outbox) {
        this.settings = settings;
        this.steps = steps;
        this.outbox = outbox;
    }

    SuspensionView suspension() {
        return settings.get(this::view);
    }

    /** Suspends the council. A request for what it is already changes nothing, whatever version it names. */
    SuspensionView suspend(long expected, SuspensionReason reason, String operator) {
        var now = suspension();
        if (now.reason() == reason) {
            return now;
        }
        return change(expected, Kind.SUSPENDED, reason, operator, council -> {
            if (council.isSuspended()) {
                throw new SuspendedAlready(view(council)).refused();
            }
            council.suspend(reason);
        });
    }

    /** Resumes the council. A request for a council that is not suspended changes nothing, whatever version it names. */
    SuspensionView resume(long expected, String operator) {
        var now = suspension();
        return now.suspended() ? change(expected, Kind.RESUMED, null, operator, CouncilSettings::resume) : now;
    }

    private SuspensionView change(
            long expected,
            Kind kind,
            @Nullable SuspensionReason reason,
            String operator,
            Consumer<CouncilSettings> change) {
        return settings.change(
                expected,
                kind == Kind.SUSPENDED ? "suspended" : "resumed",
                council -> {
                    change.accept(council);
                    outbox.add(SuspensionMail.KIND, steps.add(kind, reason, operator), council.version());
                },
                new Answer<>(this::view, StaleVersion::new));
    }

    private SuspensionView view(CouncilSettings council) {
        return SuspensionView.of(council, steps.latest());
    }
}

package uk.alongside.tenant.signinprovider;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import uk.alongside.tenant.signinprovider.Discovery.Failed;

/** The report of a test of the connection: each step that was tried, with what came of it. */
@Schema(name = "ConnectionCheck")
final class ConnectionCheck {

    private final List<Tried> steps = new ArrayList<>();

    /** The steps in the order in which a sign-in needs them. */
    enum Step {
        DISCOVERY,
        ISSUER,
        KEYS,
        CLIENT,
        GROUPS
    }

    /** The result of a step. */
    enum Outcome {
        WORKS,
        ADDRESS_NOT_ALLOWED,
        NOT_REACHED,
        CERTIFICATE_NOT_TRUSTED,
        NO_DOCUMENT,
        OTHER_ISSUER,
        NO_KEYS,
        NO_SECRET,
        CLIENT_REJECTED,
        UNCLEAR_ANSWER,
        NO_SIGN_IN,
        NO_GROUPS;

        static Outcome of(Discovery.Problem problem) {
            return valueOf(problem.name());
        }
    }

    @Schema(name = "CheckedStep")
    record Tried(Step step, Outcome outcome) {}

    /** A step that asks the provider. */
    interface Attempt {
        Outcome outcome() throws Failed;
    }

    void add(Step step, Outcome outcome) {
        steps.add(new Tried(step, outcome));
    }

    void add(Step step, Attempt attempt) {
        try {
            add(step, attempt.outcome());
        } catch (Failed e) {
            add(step, Outcome.of(e.problem()));
        }
    }

    @JsonProperty
    List<Tried> steps() {
        return List.copyOf(steps);
    }
}

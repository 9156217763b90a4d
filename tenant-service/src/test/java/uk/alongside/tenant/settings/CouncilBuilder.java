package uk.alongside.tenant.settings;

import uk.alongside.tenant.register.CouncilStatus;

import java.util.UUID;
import uk.alongside.tenant.settings.CouncilSettings.Wording;

/** Larkshire, just founded, unless the test says otherwise. */
final class CouncilBuilder {

    private Wording wording = new Wording("Larkshire Council", null, null, null);

    static CouncilBuilder aCouncil() {
        return new CouncilBuilder();
    }

    CouncilBuilder saying(Wording wording) {
        this.wording = wording;
        return this;
    }

    CouncilSettings build() {
        return new CouncilSettings(UUID.randomUUID(), "larkshire", wording, CouncilStatus.SETTING_UP, false, null);
    }
}

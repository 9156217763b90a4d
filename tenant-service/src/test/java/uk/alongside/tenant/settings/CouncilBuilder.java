package uk.alongside.tenant.settings;

import java.util.UUID;
import uk.alongside.tenant.register.CouncilStatus;
import uk.alongside.tenant.settings.CouncilSettings.Wording;

/** Larkshire, just created, unless the test says otherwise. */
public final class CouncilBuilder {

    private Wording wording = new Wording("Larkshire Council", null, null, null);

    public static CouncilBuilder aCouncil() {
        return new CouncilBuilder();
    }

    public CouncilBuilder saying(Wording wording) {
        this.wording = wording;
        return this;
    }

    public CouncilSettings build() {
        return new CouncilSettings(UUID.randomUUID(), "larkshire", wording, CouncilStatus.SETTING_UP, false, null);
    }
}

package uk.alongside.tenant.council;

import uk.alongside.tenant.settings.CouncilSettings;
import uk.alongside.tenant.settings.CouncilSettingsRepository;

import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.membership.CouncilName;

/** Gives the council's name to the feature that writes to its staff. */
@Component
class NameOfThisCouncil implements CouncilName {

    private final CouncilSettingsRepository settings;

    NameOfThisCouncil(CouncilSettingsRepository settings) {
        this.settings = settings;
    }

    @Override
    public String ofThisCouncil() {
        return settings.findById(CouncilContext.council())
                .map(CouncilSettings::name)
                .orElseThrow();
    }
}

package uk.alongside.tenant.settings;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.tenant.brand.Logo;
import uk.alongside.tenant.delivery.Outbox;

/**
 * The changes of a council's logo. The logo has its own delivery, because it is a thousand times as large as the
 * settings.
 */
@Service
class LogoService {

    private final SettingsService settings;
    private final Logos logos;
    private final Outbox outbox;

    LogoService(SettingsService settings, Logos logos, Outbox outbox) {
        this.settings = settings;
        this.logos = logos;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    Optional<Logos.Held> logo() {
        return logos.held().filter(held -> held.png() != null);
    }

    /** Replaces the logo. The picture is drawn before any lock is taken. */
    SettingsView put(long expected, byte[] file) {
        var logo = Logo.of(file);
        return settings.change(expected, council -> {
            council.changeLogo(logo.pale());
            outbox.add(LogoDelivery.KIND, council.id(), logos.put(logo.png(), logo.pale()));
        });
    }

    SettingsView remove(long expected) {
        return settings.change(expected, council -> {
            council.changeLogo(false);
            outbox.add(LogoDelivery.KIND, council.id(), logos.put(null, false));
        });
    }
}

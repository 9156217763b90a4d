package uk.alongside.tenant.settings;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.tenant.logo.Logo;
import uk.alongside.tenant.logo.Logos;

/**
 * The changes of a council's logo. The logo has its own delivery, because it is a thousand times as large as the
 * settings.
 */
@Service
class LogoService {

    private final SettingsService settings;
    private final Logos logos;

    LogoService(SettingsService settings, Logos logos) {
        this.settings = settings;
        this.logos = logos;
    }

    @Transactional(readOnly = true)
    Optional<byte[]> logo() {
        return logos.png();
    }

    /** Replaces the logo. The picture is drawn before any lock is taken. */
    SettingsView put(long expected, byte[] file) {
        var logo = Logo.of(file);
        return settings.changeFile(expected, "logo", council -> {
            council.changeLogo(logo.pale());
            logos.replace(logo);
        });
    }

    SettingsView remove(long expected) {
        return settings.changeFile(expected, "logo", council -> {
            council.changeLogo(false);
            logos.remove();
        });
    }
}

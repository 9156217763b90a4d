package uk.alongside.conversations.council;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** In which nation the council is, as other features may ask: it decides the bank holidays. */
@Component
public class HomeNation {

    private final Councils councils;

    HomeNation(Councils councils) {
        this.councils = councils;
    }

    /** The word of the settings: england, wales or scotland. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String word() {
        return councils.find().orElseThrow(SettingsNotReceived::new).nation();
    }
}

package uk.alongside.conversations.council;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.problem.Refused;

/** Tells other features in which nation the council is, since the nation decides the bank holidays. */
@Component
public class HomeNation {

    private final Councils councils;

    HomeNation(Councils councils) {
        this.councils = councils;
    }

    /** Returns the word that the settings use: england, wales or scotland. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String word() {
        return councils.find().orElseThrow(Refused::notFound).nation();
    }
}

package uk.alongside.tenant.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.tenant.settings.CouncilBuilder.aCouncil;

import org.junit.jupiter.api.Test;
import uk.alongside.tenant.settings.CouncilSettings.Wording;

class CouncilSettingsTest {

    private static final Wording RENAMED =
            new Wording("Larkshire County Council", "Community corner", "01632 960100", "hello@larkshire.example");

    @Test
    void callsItsMeetingPlaceATalkingPointUnlessItSaysOtherwise() {
        assertThat(aCouncil().build().labels().talkingPoint()).isEqualTo("Talking point");
        assertThat(aCouncil().saying(RENAMED).build().labels().talkingPoint()).isEqualTo("Community corner");
    }

    @Test
    void beginsWithTheFirstVersionAndCountsEveryChange() {
        var council = aCouncil().build();
        assertThat(council.version()).isEqualTo(1);

        council.edit(RENAMED);

        assertThat(council.version()).isEqualTo(2);
        assertThat(council.name()).isEqualTo("Larkshire County Council");
        assertThat(council.contact().contactPhone()).isEqualTo("01632 960100");
    }

    @Test
    void takesTheNextVersionWithoutAnotherChangeToBePublishedAgain() {
        var council = aCouncil().saying(RENAMED).build();

        council.republish();

        assertThat(council.version()).isEqualTo(2);
        assertThat(council.name()).isEqualTo("Larkshire County Council");
    }
}

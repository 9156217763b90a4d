package uk.alongside.tenant.settings;

import uk.alongside.tenant.council.CouncilView;
import uk.alongside.tenant.council.CouncilRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.alongside.tenant.settings.CouncilBuilder.aCouncil;

import org.junit.jupiter.api.Test;
import uk.alongside.tenant.council.CouncilRefusal.ChangedMeanwhile;
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

        council.edit(1, RENAMED);

        assertThat(council.version()).isEqualTo(2);
        assertThat(council.name()).isEqualTo("Larkshire County Council");
        assertThat(council.contact().contactPhone()).isEqualTo("01632 960100");
    }

    @Test
    void refusesAChangeOfWhatWasChangedMeanwhileAndSaysWhatThereIsNow() {
        var council = aCouncil().build();
        council.edit(1, RENAMED);

        assertThatExceptionOfType(CouncilRefused.class)
                .isThrownBy(() -> council.edit(1, new Wording("Too late", null, null, null)))
                .extracting(CouncilRefused::reason)
                .isEqualTo(new ChangedMeanwhile(CouncilView.of(council)));
        assertThat(council.name()).isEqualTo("Larkshire County Council");
    }

    @Test
    void insistsUnderTheNextVersionWithoutAnotherWord() {
        var council = aCouncil().saying(RENAMED).build();

        council.insist();

        assertThat(council.version()).isEqualTo(2);
        assertThat(council.name()).isEqualTo("Larkshire County Council");
    }
}

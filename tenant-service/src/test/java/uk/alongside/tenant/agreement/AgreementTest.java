package uk.alongside.tenant.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.tenant.agreement.Agreement.Section;
import uk.alongside.tenant.agreement.AgreementService.State;

class AgreementTest {

    private static final Agreement FIRST = agreement("1.0", "2026-11-22");
    private static final Agreement SECOND = agreement("2.0", "2027-02-01");

    /**
     * Tests that accepted texts can be found again: a released text is never edited, and its successor is a new file.
     */
    @Test
    void neverChangesAfterItsRelease() throws Exception {
        var latest = new AgreementLibrary(
                        new PathMatchingResourcePatternResolver(),
                        JsonMapper.builder().build())
                .latest();

        assertThat(latest.version()).isEqualTo("0.1");
        assertThat(Agreement.hashOf(latest.text()))
                .isEqualTo("53ca48c4f3aaf5a78b0a8c02489ed42710f1fda9766a27b88c1792d9ecf4839e");
        assertThat(latest.sections()).allSatisfy(section -> {
            assertThat(section.heading()).isNotBlank();
            assertThat(section.paragraphs()).isNotEmpty().noneMatch(String::isBlank);
        });
    }

    @Test
    void isInForceInItsLatestVersion() {
        assertThat(AgreementLibrary.latestOf(List.of(SECOND, FIRST))).isEqualTo(SECOND);
        assertThatIllegalStateException().isThrownBy(() -> AgreementLibrary.latestOf(List.of()));
    }

    @Test
    void isToBeAcceptedAgainWithin30DaysOfANewVersion() {
        assertThat(new State(FIRST, List.of()).isToBeAcceptedAgain()).isFalse();
        assertThat(new State(FIRST, List.of(accepted(FIRST))).isAccepted()).isTrue();
        var moved = new State(SECOND, List.of(accepted(FIRST)));
        assertThat(moved.isAccepted()).isFalse();
        assertThat(moved.isToBeAcceptedAgain()).isTrue();
        assertThat(moved.agreement().acceptAgainBy()).isEqualTo("2027-03-03");
        assertThat(new State(SECOND, List.of(accepted(SECOND), accepted(FIRST))).isToBeAcceptedAgain())
                .isFalse();
    }

    private static Agreement agreement(String version, String published) {
        return new Agreement(
                version,
                LocalDate.parse(published),
                false,
                "Data sharing agreement",
                List.of(new Section("Who this is between", List.of("Your council and us."))));
    }

    private static Acceptance accepted(Agreement agreement) {
        return new Acceptance(
                agreement.version(),
                Agreement.hashOf(agreement.text()),
                "Lena Marsh",
                null,
                "Director",
                new MemberId(UUID.randomUUID()),
                Instant.EPOCH);
    }
}

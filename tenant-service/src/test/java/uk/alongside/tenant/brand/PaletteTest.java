package uk.alongside.tenant.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {

    @ParameterizedTest
    @CsvSource({
        "#FFB81C, #1B2A2F, #A96600, 4.58",
        "#8DC63F, #1B2A2F, #4F8300, 4.59",
        "#009FE3, #1B2A2F, #007ABB, 4.67",
        "#F5E400, #1B2A2F, #877400, 4.64",
        "#0F5257, #FFFFFF, #0F5257, 8.88",
        "#652C95, #FFFFFF, #652C95, 8.95",
        "#000000, #FFFFFF, #000000, 21.0",
        "#082F33, #FFFFFF, #082F33, 14.34"
    })
    void hasTextThatCanBeReadAndALineThatCanBeSeen(String chosen, String onBand, String line, double onWhite) {
        var palette = Palette.of(Colour.of(chosen));

        assertThat(palette.headerColour().hex()).isEqualTo(chosen);
        assertThat(palette.headerTextColour().hex()).isEqualTo(onBand);
        assertThat(palette.borderColour().hex()).isEqualTo(line);
        assertThat(palette.borderColour().contrast(Colour.WHITE)).isEqualTo(onWhite, within(0.006));
    }

    /** Tests the gap between white and ink that only black fills. */
    @Test
    void takesBlackWhereNeitherWhiteNorInkCanBeRead() {
        var grey = Colour.of("#777777");

        assertThat(grey.contrast(Colour.WHITE)).isLessThan(Palette.READABLE);
        assertThat(grey.contrast(Colour.INK)).isLessThan(Palette.READABLE);
        assertThat(Palette.of(grey).headerTextColour()).isEqualTo(Colour.BLACK);
    }

    @Test
    void canBeReadWhateverTheColour() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            var chosen = Colour.of("#%06X".formatted(random.nextInt(1 << 24)));

            var palette = Palette.of(chosen);

            assertThat(palette.headerTextColour().contrast(chosen))
                    .as(chosen.hex())
                    .isGreaterThanOrEqualTo(Palette.READABLE);
            assertThat(palette.borderColour().contrast(Colour.WHITE))
                    .as(chosen.hex())
                    .isGreaterThanOrEqualTo(Palette.READABLE);
            assertThat(palette.logoBackground(true).contrast(Colour.WHITE))
                    .as(chosen.hex())
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void knowsWhatIsNearlyWhite() {
        assertThat(Palette.of(Colour.of("#FBF8F3")).isNearlyWhite()).isTrue();
        assertThat(Palette.of(Colour.WHITE).isNearlyWhite()).isTrue();
        assertThat(Palette.of(Colour.of("#F5E400")).isNearlyWhite()).isFalse();
    }
}

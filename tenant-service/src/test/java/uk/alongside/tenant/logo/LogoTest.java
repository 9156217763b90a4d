package uk.alongside.tenant.logo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.tenant.logo.LogoRefusal.Reason;

class LogoTest {

    @Test
    void isRedrawnFromAVectorPicture() throws IOException {
        var logo = Logo.of(svg("<rect x='10' y='10' width='60' height='20' fill='#0F5257'/>"));

        var picture = ImageIO.read(new ByteArrayInputStream(logo.png()));
        assertThat(picture.getWidth()).isEqualTo(400);
        assertThat(picture.getHeight()).isEqualTo(200);
        assertThat(new Color(picture.getRGB(200, 100))).isEqualTo(new Color(0x0F5257));
        assertThat(picture.getRGB(2, 2) >>> 24).as("the ground is left out").isZero();
        assertThat(logo.pale()).isFalse();
    }

    @Test
    void isRedrawnFromAPng() throws IOException {
        var file = png(1280, 100, new Color(0x652C95));
        var withMore = new ByteArrayOutputStream();
        withMore.write(file);
        withMore.write("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        var logo = Logo.of(withMore.toByteArray());

        assertThat(new String(logo.png(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(ImageIO.read(new ByteArrayInputStream(logo.png())).getWidth())
                .isEqualTo(640);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            <script>alert(1)</script> | SCRIPT
            <rect width='9' height='9' onload='alert(1)'/> | SCRIPT
            <rect width='9' height='9' ONCLICK='alert(1)'/> | SCRIPT
            <a href='java&#10;script:alert(1)'><rect width='9' height='9'/></a> | SCRIPT
            <foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject> | FOREIGN_CONTENT
            <image href='https://elsewhere.example/a.png' width='9' height='9'/> | OUTSIDE_REFERENCE
            <image xlink:href='file:///etc/hostname' width='9' height='9'/> | OUTSIDE_REFERENCE
            <image href='//elsewhere.example/a.png' width='9' height='9'/> | OUTSIDE_REFERENCE
            <image href='data:image/svg+xml;base64,AAAA' width='9' height='9'/> | OUTSIDE_REFERENCE
            <use href='other.svg#a'/> | OUTSIDE_REFERENCE
            <style>@import url(https://elsewhere.example/a.css);</style> | OUTSIDE_REFERENCE
            <style>rect { fill: url( 'https://elsewhere.example/a.svg#b' ) }</style> | OUTSIDE_REFERENCE
            <style>rect { fill: u\\72l(https://elsewhere.example) }</style> | OUTSIDE_REFERENCE
            <rect width='9' height='9' style='fill:url(https://elsewhere.example/a.svg#b)'/> | OUTSIDE_REFERENCE
            <rect width='9' height='9' filter='url(https://elsewhere.example/a.svg#b)'/> | OUTSIDE_REFERENCE
            <text x='1' y='9'>Larkshire</text> | TEXT
            <g id='a'><use href='#a'/></g> | TOO_COMPLICATED
            <g/> | EMPTY
            """, delimiter = '|')
    void isRefusedIfItIsMoreThanADrawing(String content, Reason reason) {
        assertRefused(svg(content), reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>",
                "<!DOCTYPE svg [<!ENTITY ns_svg 'http://www.w3.org/2000/svg'>]>",
                "<!-- Made by a drawing program: javascript:, url(https://elsewhere.example), @import -->",
                "<?xpacket begin='w'?>"
            })
    void ignoresWhatComesBeforeTheDrawing(String before) throws IOException {
        assertDrawn(before + new String(svg("<rect width='80' height='40' fill='#0F5257'/>"), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<g aria-label='Back\\slash, @import and url(https://elsewhere.example)'>%s</g>",
                "<g data-name='javascript:alert(1)' role='img'>%s</g>",
                "<a href='https://larkshire.example/' target='_blank'>%s</a>",
                "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                        + "<rdf:li rdf:resource='https://elsewhere.example/'/></rdf:RDF></metadata>%s",
                "<title>Larkshire \\ @import</title><desc>A lark</desc>%s",
                "<g xmlns:i='https://inkscape.example/' i:export-filename='C:\\logo.png'>%s</g>",
                "<i:view xmlns:i='https://inkscape.example/'><i:text>x</i:text></i:view>%s",
                "<switch><foreignObject requiredExtensions='https://illustrator.example/' width='1' height='1'/>"
                        + "<g>%s</g><rect width='80' height='40'/></switch>",
                "<style>.a { fill: #0F5257 } /* a note */</style>%s"
            })
    void ignoresWhatDrawsNothing(String content) throws IOException {
        assertDrawn(new String(
                svg(content.formatted("<rect width='80' height='40' fill='#0F5257'/>")), StandardCharsets.UTF_8));
    }

    @Test
    void readsTheNamesThatAFileDeclaresItself() throws IOException {
        assertDrawn("<!DOCTYPE svg [<!ENTITY ns_svg 'http://www.w3.org/2000/svg'>]><svg xmlns='&ns_svg;' width='80'"
                + " height='40'><rect width='80' height='40' fill='#0F5257'/></svg>");
    }

    @Test
    void isRefusedIfItsOwnEntitiesUnfoldToTooMuch() {
        var laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }

        assertRefused(
                bytes(laughs
                        + "]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><desc>&a9;</desc></svg>"),
                Reason.NOT_A_PICTURE);
    }

    @Test
    void fetchesNothingForADocumentType() {
        assertRefused(
                bytes("<!DOCTYPE svg [<!ENTITY % all SYSTEM 'file:///etc/hostname'>%all;]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
                Reason.OUTSIDE_REFERENCE);
    }

    @Test
    void isRefusedIfItNamesEntities() {
        assertRefused(
                bytes("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g>&a;</g></svg>"),
                Reason.OUTSIDE_REFERENCE);
        assertRefused(
                bytes("<?xml-stylesheet href='https://elsewhere.example/a.css'?>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
                Reason.OUTSIDE_REFERENCE);
    }

    @Test
    void isRefusedIfItIsADrawingWithoutEnd() {
        var content = new StringBuilder("<defs><rect id='r0' width='1' height='1'/>");
        for (int i = 1; i <= 9; i++) {
            content.append("<g id='r").append(i).append("'>").append(("<use href='#r" + (i - 1) + "'/>").repeat(10));
            content.append("</g>");
        }

        assertRefused(svg(content + "</defs><use href='#r9'/>"), Reason.TOO_COMPLICATED);
        assertRefused(svg("<g/>".repeat(5_001)), Reason.TOO_COMPLICATED);
    }

    @Test
    void isRefusedIfItIsNoPictureOrTooLarge() throws IOException {
        assertRefused(bytes("GIF89a"), Reason.NOT_A_PICTURE);
        assertRefused(bytes("<html xmlns='http://www.w3.org/1999/xhtml'/>"), Reason.NOT_A_PICTURE);
        assertRefused(bytes("\u0089PNG\r\n\u001a\nnothing"), Reason.NOT_A_PICTURE);
        assertRefused(new byte[0], Reason.NOT_A_PICTURE);
        assertRefused(new byte[Logo.MOST_BYTES + 1], Reason.TOO_LARGE);
        assertRefused(png(8_000, 4_000, Color.BLACK), Reason.TOO_LARGE);
    }

    @Test
    void holdsASmallPictureInAVectorPicture() throws IOException {
        var logo = Logo.of(svg("<image width='80' height='40' href='" + inText(png(80, 40, Color.BLUE)) + "'/>"));

        assertThat(new Color(ImageIO.read(new ByteArrayInputStream(logo.png())).getRGB(200, 100)))
                .isEqualTo(Color.BLUE);
    }

    @Test
    void isRefusedIfThePicturesInAVectorPictureUnfoldToMoreThanItMay() throws IOException {
        var large = "<image width='9' height='9' href='" + inText(png(2_500, 2_500, Color.BLUE)) + "'/>";
        var drawnOften = "<defs><g id='a'>" + large + "</g></defs>" + "<use href='#a'/>".repeat(9);

        assertRefused(svg(large.repeat(3)), Reason.TOO_LARGE);
        assertRefused(
                svg("<image width='9' height='9' href='" + inText(claiming(6_000, 6_000)) + "'/>"), Reason.TOO_LARGE);
        assertRefused(
                svg("<image width='9' height='9' href='" + inText(claiming(65_536, 65_537)) + "'/>"), Reason.TOO_LARGE);
        assertRefused(svg(large.replace("image/png", "image/jpeg").repeat(3)), Reason.TOO_LARGE);
        assertRefused(svg("<image width='9' height='9' href='data:image/png;base64,AAAA'/>"), Reason.NOT_A_PICTURE);
        assertRefused(svg("<image width='9' height='9' href='data:image/png;base64,*'/>"), Reason.NOT_A_PICTURE);
        assertThat(Logo.of(svg(drawnOften + "<rect width='9' height='9'/>")).pale())
                .isFalse();
    }

    @Test
    void isPaleIfItCouldNotBeSeenOnWhite() throws IOException {
        assertThat(Logo.of(svg("<circle cx='20' cy='20' r='15' fill='white'/>")).pale())
                .isTrue();
        assertThat(Logo.of(png(64, 64, new Color(0xFBF8F3))).pale()).isTrue();
        assertThat(Logo.of(png(64, 64, new Color(0xFFB81C))).pale()).isFalse();
        assertThat(Logo.of(svg("<rect width='80' height='40' fill='white'/><rect width='30' height='9' fill='navy'/>"))
                        .pale())
                .isFalse();
    }

    @Test
    void isNeverLargerThanItMayBe() throws IOException {
        var noise = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int i = 0; i < 300 * 200; i++) {
            noise.setRGB(i % 300, i / 300, random.nextInt(1 << 24));
        }
        var file = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", file);

        assertThat(file.size()).isLessThan(Logo.MOST_BYTES);
        assertThat(Logo.of(file.toByteArray()).png()).hasSizeLessThanOrEqualTo(Logo.MOST_BYTES);
    }

    private static void assertDrawn(String file) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(Logo.of(bytes(file)).png()));

        assertThat(new Color(picture.getRGB(200, 100))).isEqualTo(new Color(0x0F5257));
    }

    private static void assertRefused(byte[] file, Reason reason) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Logo.of(file))
                .extracting(Refused::reason)
                .isEqualTo(new LogoRefusal(reason));
    }

    private static String inText(byte[] picture) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture);
    }

    /** Returns a picture of one pixel whose header claims another size. */
    private static byte[] claiming(int width, int height) throws IOException {
        var file = png(1, 1, Color.BLUE);
        var header = ByteBuffer.wrap(file);
        header.putInt(16, width).putInt(20, height);
        var sum = new CRC32();
        sum.update(file, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return file;
    }

    private static byte[] svg(String content) {
        return bytes("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                + " width='80' height='40' viewBox='0 0 80 40'>" + content + "</svg>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(text.startsWith("\u0089") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static byte[] png(int width, int height, Color colour) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        return file.toByteArray();
    }
}

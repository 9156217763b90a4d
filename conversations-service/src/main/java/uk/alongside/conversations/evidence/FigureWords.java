package uk.alongside.conversations.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.evidence.EvidenceFigure.Value;
import uk.alongside.conversations.insight.Figure;
import uk.alongside.conversations.insight.PublishedFigures.Latest;
import uk.alongside.conversations.insight.PublishedFigures.Published;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.rounding.PublishedCells;

/** Says figures in the words of their pages, whose catalogue the build copies here from the frontend. */
@Component
class FigureWords {

    private static final Pattern REFERENCE = Pattern.compile("\\$t\\(insight:([\\w.-]+)\\)");

    private static final Map<String, String> SYMBOLS = Map.of(
            PublishedCells.CONFIDENTIAL, "published.confidential",
            PublishedCells.NOT_AVAILABLE, "published.notAvailable",
            PublishedCells.NONE_RECORDED, "published.none",
            PublishedCells.LOW, "published.low");

    private final JsonNode catalogue;

    FigureWords(JsonMapper json) {
        try (var file = new ClassPathResource("insight.json", FigureWords.class).getInputStream()) {
            this.catalogue = json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EvidenceFigure of(Latest latest) {
        var figure = latest.figure();
        return new EvidenceFigure(
                EnumWords.of(figure),
                text(figure, "name"),
                text(figure, "counted"),
                text(figure, "of"),
                text(figure, "leftOut"),
                text(figure, "date"),
                latest.periods().stream().map(each -> of(figure, each)).toList());
    }

    private Value of(Figure figure, Published published) {
        var cell = published.value();
        return new Value(
                published.period().from(),
                published.period().until().minusDays(1),
                published.revised(),
                isSymbol(cell) ? symbol(cell) : value(figure, new BigDecimal(cell)),
                isSymbol(cell) ? text(figure, "name") + ". " + symbol(cell) : sentence(figure, new BigDecimal(cell)),
                isSymbol(published.base()) ? symbol(published.base()) : published.base());
    }

    private String value(Figure figure, BigDecimal number) {
        var unit = EnumWords.of(figure.unit());
        return switch (figure.unit()) {
            case CHANGE -> shown(figure, number);
            case PERCENT -> text("value." + unit).replace("{{value}}", shown(figure, number));
            case DAYS, MINUTES, PEOPLE ->
                text("value." + unit + plural(number)).replace("{{count}}", shown(figure, number));
        };
    }

    private String sentence(Figure figure, BigDecimal number) {
        var headline = "figure." + EnumWords.of(figure) + ".headline";
        var key = headline;
        if (has(headline + plural(number))) {
            key = headline + plural(number);
        }
        if (number.signum() == 0 && has(headline + "_zero")) {
            key = headline + "_zero";
        }
        return text(key).replace("{{value}}", shown(figure, number));
    }

    private static String plural(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) == 0 ? "_one" : "_other";
    }

    private static String shown(Figure figure, BigDecimal number) {
        var plain = number.stripTrailingZeros().toPlainString().replace('-', '−');
        return figure.unit() == Figure.Unit.CHANGE && number.signum() > 0 ? "+" + plain : plain;
    }

    private static boolean isSymbol(String cell) {
        return SYMBOLS.containsKey(cell);
    }

    private String symbol(String cell) {
        return text(SYMBOLS.getOrDefault(cell, cell));
    }

    private String text(Figure figure, String part) {
        return text("figure." + EnumWords.of(figure) + "." + part);
    }

    private String text(String key) {
        return REFERENCE
                .matcher(at(key).asString())
                .replaceAll(found -> Matcher.quoteReplacement(text(found.group(1))));
    }

    private boolean has(String key) {
        return at(key).isString();
    }

    private JsonNode at(String key) {
        var node = catalogue;
        for (var part : key.split("\\.", -1)) {
            node = node.path(part);
        }
        return node;
    }
}

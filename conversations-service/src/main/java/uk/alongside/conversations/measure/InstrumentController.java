package uk.alongside.conversations.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.measure.Instrument.Direction;
import uk.alongside.conversations.measure.Instrument.Form;
import uk.alongside.conversations.measure.Instrument.Wording;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
@Tag(name = "Measures")
class InstrumentController {

    private static final int PAGE = 50;

    private final Instruments instruments;

    InstrumentController(Instruments instruments) {
        this.instruments = instruments;
    }

    @Schema(name = "InstrumentOption")
    record OptionView(BigDecimal value, String text) {}

    @Schema(name = "InstrumentItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String id,
            String text,

            @Schema(description = "Whether the wording was compared with its source")
            Wording wording,

            BigDecimal min,
            BigDecimal max,
            int decimals,

            @Nullable @Schema(description = "The answers to choose from; absent if any number in the range is one")
            List<OptionView> options) {}

    @Schema(name = "InstrumentScale")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScaleView(
            String id,
            String name,
            Direction direction,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,

            @Nullable
            @Schema(description = "The smallest change that matters to people; absent if the source gives none")
            BigDecimal minimumImportantChange) {}

    @Schema(name = "Instrument")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InstrumentView(
            String code,
            int version,
            String name,
            Form form,
            String licence,

            @Nullable @Schema(description = "Where the wording comes from")
            String source,

            @Nullable @Schema(description = "What is said before the first question")
            String intro,

            List<ItemView> items,
            List<ScaleView> scales) {

        static InstrumentView of(Instrument instrument, Locale locale) {
            var intro = instrument.intro();
            return new InstrumentView(
                    instrument.code(),
                    instrument.version(),
                    in(instrument.name(), locale),
                    instrument.form(),
                    in(instrument.licence(), locale),
                    instrument.source(),
                    intro == null ? null : in(intro, locale),
                    instrument.items().stream().map(item -> item(item, locale)).toList(),
                    instrument.scales().stream()
                            .map(scale -> new ScaleView(
                                    scale.id(),
                                    in(scale.name(), locale),
                                    scale.direction(),
                                    scale.min(),
                                    scale.max(),
                                    scale.minimumImportantChange()))
                            .toList());
        }

        private static ItemView item(Instrument.Item item, Locale locale) {
            var options = item.options();
            return new ItemView(
                    item.id(),
                    in(item.text(), locale),
                    item.wording(),
                    item.min(),
                    item.max(),
                    item.decimalPlaces(),
                    options == null
                            ? null
                            : options.stream()
                                    .map(option -> new OptionView(option.value(), in(option.text(), locale)))
                                    .toList());
        }

        /** Returns the text in this language, or in English if it was not translated by the owner of the wording. */
        private static String in(Map<String, String> text, Locale locale) {
            var found = text.getOrDefault(locale.getLanguage(), text.get(Locale.ENGLISH.getLanguage()));
            return Objects.requireNonNull(found);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InstrumentList(
            List<InstrumentView> items, @Nullable String next) {}

    @GetMapping("/api/instruments")
    @Operation(
            operationId = "listInstruments",
            summary = "List the instruments for measuring outcomes",
            description =
                    "A page has at most 50 instruments. Of a licensed instrument there is only the score, never its"
                            + " questions.")
    @PreAuthorize("hasAuthority('figures:read')")
    InstrumentList list(
            Locale locale, @RequestParam(required = false) @Nullable @TypedText(TextKind.CODE) String after) {
        var page = Page.of(instruments.all(), Instrument::code, after, PAGE)
                .map(instrument -> InstrumentView.of(instrument, locale));
        return new InstrumentList(page.items(), page.next());
    }
}

package uk.alongside.conversations.publicpages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/**
 * Shows leads the pages for residents before their council is live, with the templates and the database role of the
 * public pages. The council is the caller's own. Once it is live, every address here leads to its public page.
 */
@Controller
@PreAuthorize("hasAuthority('council:set-up')")
class PreviewController {

    private final OpenTimetable timetable;
    private final MessageSource messages;

    PreviewController(OpenTimetable timetable, MessageSource messages) {
        this.timetable = timetable;
        this.messages = messages;
    }

    @GetMapping(OpenPage.PREVIEW)
    ModelAndView list(
            @TypedText(TextKind.LINE) @RequestParam(defaultValue = "") String near,
            @TypedText(TextKind.CODE) @RequestParam(defaultValue = "") String day,
            @TypedText(TextKind.CODE) @RequestParam(name = "drop-in", defaultValue = "") String dropIn,
            @TypedText(TextKind.CODE) @RequestParam(name = "step-free", defaultValue = "") String stepFree,
            HttpServletResponse response) {
        var filter = PlaceFilter.of(near, day, dropIn, stepFree);
        if (filter.near().isWholePostcode()) {
            return OpenPage.withoutTheSecondHalf(filter.near(), response);
        }
        return untilLive(council -> page("open/list", council, response)
                .addAllObjects(PlaceList.of(council, timetable.hubs(council.id()), filter, texts())));
    }

    @GetMapping(OpenPage.PREVIEW + "/places/{hub}")
    ModelAndView hub(@TypedText(TextKind.CODE) @PathVariable String hub, HttpServletResponse response) {
        return untilLive(council -> PlaceList.find(timetable.hubs(council.id()), hub)
                .map(place -> page("open/hub", council, response).addObject("hub", place))
                .orElseThrow(Refused::notFound));
    }

    @GetMapping(OpenPage.PREVIEW + "/accessibility")
    ModelAndView accessibility(HttpServletResponse response) {
        return untilLive(council -> page("open/accessibility", council, response));
    }

    @GetMapping(OpenPage.PREVIEW + "/cookies")
    ModelAndView cookies(HttpServletResponse response) {
        return untilLive(council -> page("open/cookies", council, response));
    }

    @GetMapping(path = OpenPage.PREVIEW + "/colours.css", produces = "text/css")
    ResponseEntity<String> colours() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(council().colours());
    }

    @GetMapping(path = OpenPage.PREVIEW + "/logo.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> logo() {
        return timetable
                .logo(council().id())
                .map(png ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(png))
                .orElseThrow(Refused::notFound);
    }

    private OpenCouncil council() {
        return timetable.describe(Caller.current().council()).orElseThrow(Refused::notFound);
    }

    /** Shows the page, or leads to the public page once residents can see it. */
    private ModelAndView untilLive(Function<OpenCouncil, ModelAndView> page) {
        var council = council();
        return timetable.council(council.alias()).isPresent()
                ? new ModelAndView(new RedirectView("/open/" + council.alias(), false, false, false))
                : page.apply(council);
    }

    private ModelAndView page(String view, OpenCouncil council, HttpServletResponse response) {
        return OpenPage.preview(view, council, texts(), response);
    }

    private OpenTexts texts() {
        return new OpenTexts(messages, LocaleContextHolder.getLocale());
    }
}

package uk.alongside.conversations.publicpages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** Serves the pages that need neither sign-in nor script. */
@Controller
@PreAuthorize("permitAll()")
class OpenController {

    private static final Logger LOG = LoggerFactory.getLogger(OpenController.class);

    private static final Pattern SLASHES_AT_END = Pattern.compile("(?<=.)/+$");
    private static final Pattern PAGE =
            Pattern.compile("/open/[a-z0-9-]+(/places/[0-9a-f-]{36}|/accessibility|/cookies)?");

    private final OpenTimetable timetable;
    private final MessageSource messages;

    OpenController(OpenTimetable timetable, MessageSource messages) {
        this.timetable = timetable;
        this.messages = messages;
    }

    @GetMapping("/open/{council}")
    ModelAndView list(
            @TypedText(TextKind.CODE) @PathVariable String council,
            @TypedText(TextKind.LINE) @RequestParam(defaultValue = "") String near,
            @TypedText(TextKind.CODE) @RequestParam(defaultValue = "") String day,
            @TypedText(TextKind.CODE) @RequestParam(name = "drop-in", defaultValue = "") String dropIn,
            @TypedText(TextKind.CODE) @RequestParam(name = "step-free", defaultValue = "") String stepFree,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = timetable.council(council);
        if (found.isEmpty()) {
            return elsewhere(council, request, response);
        }
        if (found.get().suspended()) {
            return suspended(found, response);
        }
        var filter = PlaceFilter.of(near, day, dropIn, stepFree);
        if (filter.near().isWholePostcode()) {
            return OpenPage.withoutTheSecondHalf(filter.near(), response);
        }
        return page("open/list", found, response)
                .addAllObjects(
                        PlaceList.of(found.get(), timetable.hubs(found.get().id()), filter, texts()));
    }

    @GetMapping("/open/{council}/places/{hub}")
    ModelAndView hub(
            @TypedText(TextKind.CODE) @PathVariable String council,
            @TypedText(TextKind.CODE) @PathVariable String hub,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = timetable.council(council);
        if (found.isPresent() && found.get().suspended()) {
            return suspended(found, response);
        }
        var place = found.flatMap(at -> PlaceList.find(timetable.hubs(at.id()), hub));
        return place.map(at -> page("open/hub", found, response).addObject("hub", at))
                .orElseGet(() -> elsewhere(council, request, response));
    }

    /** Serves the colours as a separate stylesheet, so that the policy can forbid every inline style. */
    @GetMapping(path = "/open/{council}/colours.css", produces = "text/css")
    ResponseEntity<String> colours(@TypedText(TextKind.CODE) @PathVariable String council) {
        return timetable
                .council(council)
                .map(found -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, OpenPage.FOR_A_MINUTE)
                        .body(found.colours()))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    @GetMapping(path = "/open/{council}/logo.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> logo(@TypedText(TextKind.CODE) @PathVariable String council) {
        return timetable
                .council(council)
                .flatMap(found -> timetable.logo(found.id()))
                .map(png -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, OpenPage.FOR_A_MINUTE)
                        .body(png))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /** Tells a visitor without the address of a council where to find it. No page lists the councils. */
    @GetMapping({"/open", "/open/"})
    ModelAndView start(HttpServletResponse response) {
        return page("open/start", Optional.empty(), response);
    }

    @GetMapping({"/open/accessibility", "/open/cookies", "/open/staff-privacy"})
    ModelAndView statement(HttpServletRequest request, HttpServletResponse response) {
        return page(request.getRequestURI().substring(1), Optional.empty(), response);
    }

    @GetMapping("/open/{council}/accessibility")
    ModelAndView accessibility(
            @TypedText(TextKind.CODE) @PathVariable String council,
            HttpServletRequest request,
            HttpServletResponse response) {
        return statement("open/accessibility", council, request, response);
    }

    @GetMapping("/open/{council}/cookies")
    ModelAndView cookies(
            @TypedText(TextKind.CODE) @PathVariable String council,
            HttpServletRequest request,
            HttpServletResponse response) {
        return statement("open/cookies", council, request, response);
    }

    private ModelAndView statement(
            String view, String council, HttpServletRequest request, HttpServletResponse response) {
        var found = timetable.council(council);
        return found.isEmpty() ? elsewhere(council, request, response) : page(view, found, response);
    }

    /** Answers any other address under a council, whether or not the council exists. */
    @GetMapping("/open/{council}/**")
    ModelAndView nothing(
            @TypedText(TextKind.CODE) @PathVariable String council,
            HttpServletRequest request,
            HttpServletResponse response) {
        return elsewhere(council, request, response);
    }

    /** Redirects an address with capitals or with a slash at its end to the page, or answers that there is none. */
    private ModelAndView elsewhere(String council, HttpServletRequest request, HttpServletResponse response) {
        var found = timetable.council(council.toLowerCase(Locale.ROOT));
        var typed = request.getRequestURI();
        var plain = SLASHES_AT_END.matcher(typed.toLowerCase(Locale.ROOT)).replaceFirst("");
        if (found.isEmpty() || plain.equals(typed) || !PAGE.matcher(plain).matches()) {
            return notFound(found, response);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, OpenPage.NEVER);
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return new ModelAndView(new RedirectView(plain + query, false, false, false));
    }

    /** Answers an address with a character that no page has, with a page. */
    @ExceptionHandler
    ModelAndView unreadable(HandlerMethodValidationException e, HttpServletResponse response) {
        var page = page("open/not-found", Optional.empty(), response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, OpenPage.NEVER);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    /** Shows the telephone number to call, if it is known. */
    @ExceptionHandler
    ModelAndView unavailable(DataAccessException e, WebRequest request, HttpServletResponse response) {
        LOG.warn("An open page could not be read: {}", e.getClass().getName());
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        var page = page("open/unavailable", lastSeen(request), response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, OpenPage.NEVER);
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page;
    }

    private Optional<OpenCouncil> lastSeen(WebRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof Map<?, ?> variables
                        && variables.get("council") instanceof String alias
                ? timetable.lastSeen(alias)
                : Optional.empty();
    }

    /** Says that the council takes no bookings here, and how to reach it. The address may be on posters and slips. */
    private ModelAndView suspended(Optional<OpenCouncil> council, HttpServletResponse response) {
        var page = page("open/suspended", council, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, OpenPage.NEVER);
        return page.addObject("unlisted", true);
    }

    /** Answers without a cache: the council or the place may be there a moment later. */
    private ModelAndView notFound(Optional<OpenCouncil> council, HttpServletResponse response) {
        var page = page("open/not-found", council, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, OpenPage.NEVER);
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private ModelAndView page(String view, Optional<OpenCouncil> council, HttpServletResponse response) {
        return OpenPage.of(view, council, texts(), response);
    }

    private OpenTexts texts() {
        return new OpenTexts(messages, LocaleContextHolder.getLocale());
    }
}

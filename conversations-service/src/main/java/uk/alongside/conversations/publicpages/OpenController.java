package uk.alongside.conversations.publicpages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** Serves the pages that need neither sign-in nor script. */
@Controller
@PreAuthorize("permitAll()")
class OpenController {

    private static final Logger LOG = LoggerFactory.getLogger(OpenController.class);
    private static final int MOST_LISTED = 100;

    private static final Pattern SLASHES_AT_END = Pattern.compile("(?<=.)/+$");
    private static final Pattern PAGE =
            Pattern.compile("/open/[a-z0-9-]+(/places/[0-9a-f-]{36}|/accessibility|/cookies)?");

    private final OpenTimetable timetable;
    private final MessageSource messages;

    OpenController(OpenTimetable timetable, MessageSource messages) {
        this.timetable = timetable;
        this.messages = messages;
    }

    /** A day of the week that the visitor can choose. */
    record Choice(String value, String words, boolean chosen) {}

    /** The filters that the visitor chose, which the form shows again. */
    record Filter(PlaceSearch near, Optional<DayOfWeek> day, boolean dropIn, boolean stepFree) {

        boolean lets(OpenHub hub) {
            return !stepFree || hub.isStepFree();
        }

        boolean lets(OpenHub hub, OpenSession session) {
            return day.map(session.day()::equals).orElse(true) && (!dropIn || hub.dropIn() || session.dropIn());
        }

        public boolean isOn() {
            return isAboutTimes() || stepFree;
        }

        boolean isAboutTimes() {
            return day.isPresent() || dropIn;
        }
    }

    private static List<Choice> days(OpenTexts texts, Filter filter) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(
                        EnumWords.of(day), texts.weekday(day), filter.day().equals(Optional.of(day))))
                .toList();
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
        var filter = new Filter(PlaceSearch.of(near), weekday(day), dropIn.equals("yes"), stepFree.equals("yes"));
        if (filter.near().isWholePostcode()) {
            return withoutTheSecondHalf(filter.near(), response);
        }
        var all = timetable.hubs(found.get().id());
        var inPlace = filter.near().isEmpty()
                ? all
                : all.stream().filter(hub -> hub.isNear(filter.near())).toList();
        var wanted = inPlace.stream()
                .filter(filter::lets)
                .map(hub -> hub.with(hub.sessions().stream()
                        .filter(session -> filter.lets(hub, session))
                        .toList()))
                .filter(hub -> !filter.isAboutTimes() || !hub.sessions().isEmpty())
                .sorted(OpenHub.NEXT_FIRST)
                .toList();
        return page("open/list", found, response)
                .addObject("heading", texts().heading(found.get(), filter.near()))
                .addObject("filter", filter)
                .addObject("days", days(texts(), filter))
                .addObject("total", wanted.size())
                .addObject("hubs", wanted.stream().limit(MOST_LISTED).toList())
                .addObject("unknown", !filter.near().isEmpty() && inPlace.isEmpty())
                .addObject("any", !all.isEmpty())
                .addObject("example", example(all));
    }

    /** Returns the first part of a postcode that finds a place of this council. */
    private static @Nullable String example(List<OpenHub> hubs) {
        return hubs.stream()
                .flatMap(hub -> PlaceSearch.of(OpenHub.outward(hub.postcode())).outward().stream())
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/open/{council}/places/{hub}")
    ModelAndView hub(
            @TypedText(TextKind.CODE) @PathVariable String council,
            @TypedText(TextKind.CODE) @PathVariable String hub,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = timetable.council(council);
        var place = found.flatMap(at -> timetable.hubs(at.id()).stream()
                .filter(other -> other.id().toString().equals(hub))
                .findFirst());
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

    /**
     * Redirects to the first half of the postcode, so that no full postcode stays in the address, in the history of a
     * shared computer or in a shared link.
     */
    private static ModelAndView withoutTheSecondHalf(PlaceSearch near, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, OpenPage.NEVER);
        var asked = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("near", near.outward().orElseThrow())
                .build();
        // relative, without the host: only the gateway knows the host name that the browser used
        return new ModelAndView(new RedirectView("?" + asked.getQuery(), false, false, false));
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

    private static Optional<DayOfWeek> weekday(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(word))
                .findFirst();
    }
}

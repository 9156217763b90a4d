package uk.alongside.conversations.publicpages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/** Builds the pages for residents, with their headers. */
final class OpenPage {

    static final String FOR_A_MINUTE = "public, max-age=60";
    static final String NEVER = "no-store";

    /** The address of the pages before the council is live, for its leads. */
    static final String PREVIEW = "/api/residents-page";

    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private OpenPage() {}

    /**
     * Builds a page that is the same for everyone who reads its language, so any cache may keep it for a minute. The
     * policy allows only our own files.
     */
    static ModelAndView of(String view, Optional<OpenCouncil> council, OpenTexts texts, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader("Content-Security-Policy", POLICY);
        return new ModelAndView(view)
                .addObject("council", council.orElse(null))
                .addObject("at", council.map(found -> "/open/" + found.alias()).orElse("/open"))
                .addObject("preview", false)
                .addObject("unlisted", false)
                .addObject("texts", texts);
    }

    /** Builds the same page for a lead of a council that is not live. No cache keeps it, and no search engine lists it. */
    static ModelAndView preview(String view, OpenCouncil council, OpenTexts texts, HttpServletResponse response) {
        var page = of(view, Optional.of(council), texts, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, NEVER);
        return page.addObject("at", PREVIEW).addObject("preview", true);
    }

    /**
     * Redirects to the first half of the postcode, so that no full postcode stays in the address, in the history of a
     * shared computer or in a shared link.
     */
    static ModelAndView withoutTheSecondHalf(PlaceSearch near, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, NEVER);
        var asked = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("near", near.outward().orElseThrow())
                .build();
        // relative, without the host: only the gateway knows the host name that the browser used
        return new ModelAndView(new RedirectView("?" + asked.getQuery(), false, false, false));
    }
}

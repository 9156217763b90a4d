package uk.alongside.conversations.publicpages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/** Builds the pages for residents, with their headers. */
final class OpenPage {

    static final String FOR_A_MINUTE = "public, max-age=60";
    static final String NEVER = "no-store";

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
        return new ModelAndView(view).addObject("council", council.orElse(null)).addObject("texts", texts);
    }
}

package uk.alongside.gateway.problem;

import org.springframework.http.HttpStatus;

/** The gateway's own refusals, in words that any member of the public may read. */
public enum Refusal {
    SIGNED_OUT(HttpStatus.UNAUTHORIZED, "signed-out", "You are signed out", "Sign in to continue."),
    INVALID_TOKEN(
            HttpStatus.UNAUTHORIZED,
            "invalid-token",
            "This token is not accepted",
            "The access token is missing, expired or for another service. Get a new one."),
    CHOOSE_COUNCIL(
            HttpStatus.FORBIDDEN, "choose-council", "Choose a council", "Choose the council you are working for."),
    NO_COUNCIL(
            HttpStatus.FORBIDDEN,
            "no-council",
            "You cannot work for this council",
            "You are not a member of this council, or the request names no council. Choose one of your councils."),
    STALE_PAGE(
            HttpStatus.FORBIDDEN,
            "stale-page",
            "This page is out of date",
            "You chose a council or signed in again since you opened this page. Reload it to continue."),
    CSRF(
            HttpStatus.FORBIDDEN,
            "csrf",
            "This request was not sent by a page of Alongside",
            "Reload the page and try again."),
    SIGN_IN_UNFINISHED(
            HttpStatus.BAD_REQUEST,
            "sign-in-unfinished",
            "Your sign-in was not finished",
            "It took too long, was opened twice or was stopped. Sign in again."),
    BAD_REQUEST(
            HttpStatus.BAD_REQUEST, "bad-request", "This address is not accepted", "Check the address and try again."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "Page not found", "There is nothing here."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This cannot be done here", "Use another method."),
    LENGTH_REQUIRED(
            HttpStatus.LENGTH_REQUIRED,
            "length-required",
            "The length of the body is missing",
            "Send the body with a Content-Length header."),
    REQUEST_TIMEOUT(
            HttpStatus.REQUEST_TIMEOUT,
            "request-timeout",
            "The request took too long to arrive",
            "Check your connection and try again."),
    HEAD_TOO_LARGE(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "request-header-fields-too-large",
            "The request has headers that are too large",
            "Delete the cookies of this site and try again."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "This is too large", "Send a smaller file or less text."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "This kind of content is not accepted here",
            "Send the type that the description of this address names."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "not-acceptable",
            "This kind of answer is not available",
            "Ask for the type that the description of this address names."),
    TOO_MANY_REQUESTS(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many requests at once",
            "Wait a moment and try again."),
    TOO_MANY_BOARDS(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-open-boards",
            "Too many boards are open",
            "Close a board in another tab or window and try again."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "Alongside is not available right now",
            "A part of the system does not answer. Everything that you saved is safe. Try again in a minute."),
    UNEXPECTED(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "",
            "Something went wrong",
            "Try again. If it happens again, tell the people who run Alongside.");

    private final HttpStatus status;
    private final String type;
    private final String title;
    private final String detail;

    Refusal(HttpStatus status, String type, String title, String detail) {
        this.status = status;
        this.type = type;
        this.title = title;
        this.detail = detail;
    }

    public HttpStatus status() {
        return status;
    }

    /** Returns a stable URI (RFC 9457). Pages switch on its last segment. */
    public String type() {
        return type.isEmpty() ? "about:blank" : "https://alongside.example/problems/" + type;
    }

    String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    /** Returns the seconds after which a retry may succeed, or 0. */
    int retryAfter() {
        return switch (this) {
            case TOO_MANY_REQUESTS -> 1;
            case UNAVAILABLE -> 10;
            case TOO_MANY_BOARDS -> 30;
            default -> 0;
        };
    }
}

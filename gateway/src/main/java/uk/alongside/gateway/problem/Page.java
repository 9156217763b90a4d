package uk.alongside.gateway.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A page that the gateway shows itself, for cases in which the frontend's pages could not work. */
public record Page(String title, String text, @Nullable Link link) {

    public record Link(String href, String text) {}

    public static Page of(Refusal refusal) {
        var link = switch (refusal) {
            case SIGNED_OUT, SIGN_IN_UNFINISHED, CHOOSE_COUNCIL -> new Link("/oauth2/authorization/sign-in", "Sign in");
            default -> new Link("/", "Go to the start page");
        };
        return new Page(refusal.title(), refusal.detail(), link);
    }

    public String html() {
        var action = link == null
                ? ""
                : "<p><a class=\"button\" href=\"%s\">%s</a></p>"
                        .formatted(HtmlUtils.htmlEscape(link.href()), HtmlUtils.htmlEscape(link.text()));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s - Alongside</title>
                <link rel="stylesheet" href="/gateway/page.css">
                </head>
                <body>
                <header><a href="/">Alongside</a></header>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                %3$s
                </main>
                <footer><a href="/open/accessibility">Accessibility statement</a> <a href="/open/cookies">Cookies</a></footer>
                </body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(text), action);
    }
}

package uk.alongside.tenant.mail;

import java.net.URI;

/** Addresses of pages, as they stand in a mail. */
public final class Links {

    private final URI product;

    Links(URI product) {
        this.product = product;
    }

    /** The page at this path. */
    public String to(String path) {
        return product.toString().replaceFirst("/$", "") + path;
    }

    /** The page at this path; what follows the {@code #} stays in the browser and reaches no server and no log. */
    public String to(String path, String fragment) {
        return to(path) + "#" + fragment;
    }
}

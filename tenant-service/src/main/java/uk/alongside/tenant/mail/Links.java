package uk.alongside.tenant.mail;

import java.net.URI;

/** The addresses of pages in a mail. */
public final class Links {

    private final URI product;

    Links(URI product) {
        this.product = product;
    }

    /** Returns the address of the page at this path. */
    public String to(String path) {
        return product.toString().replaceFirst("/$", "") + path;
    }

    /**
     * Returns the address of the page at this path. The part after the {@code #} stays in the browser and reaches no
     * server or log.
     */
    public String to(String path, String fragment) {
        return to(path) + "#" + fragment;
    }
}

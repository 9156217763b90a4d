package uk.alongside.foundation.web;

/**
 * An answer of 200 with a resource and its version. The version is sent as the {@code ETag}, which the caller sends back
 * as {@code If-Match}.
 *
 * <p>A request with {@code If-None-Match} is answered in full, because a resource can show facts of other resources that
 * its version does not count, such as the places left in a session.
 */
public record Versioned<T>(T body, long version) {}

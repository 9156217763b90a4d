package uk.alongside.foundation.web;

/**
 * An answer of 201 with a new resource, its address as {@code Location} and its version as {@code ETag}. The caller can
 * read the resource at its address.
 */
public record Created<T>(String address, T body, long version) {}

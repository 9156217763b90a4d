package uk.alongside.foundation.web;

/**
 * An answer of 201 with several new resources. {@code Location} is the address of the list that has them, and the answer
 * names the id of each one.
 */
public record CreatedList<T>(String address, T body) {}

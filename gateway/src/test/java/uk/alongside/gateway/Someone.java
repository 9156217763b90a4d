package uk.alongside.gateway;

/** A made-up person with an account. */
record Someone(String id, String username, String password) {}

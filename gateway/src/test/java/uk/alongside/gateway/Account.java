package uk.alongside.gateway;

/** A made-up person with an account. */
record Account(String id, String username, String password) {}

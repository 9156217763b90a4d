package uk.alongside.tenant.identity;

/** Somebody, or some machine, that a token can name. */
public record Person(String issuer, String subject) {}

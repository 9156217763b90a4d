package uk.alongside.tenant.identity;

/** A person or a machine that a token can name. */
public record Person(String issuer, String subject) {}

package uk.alongside.gateway.session;

import java.io.Serializable;

/** A council that a person may choose to work for. */
public record Choice(String id, String alias, String name) implements Serializable {}

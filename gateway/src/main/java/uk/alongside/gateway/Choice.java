package uk.alongside.gateway;

import java.io.Serializable;

/** A council that a person may choose to work for. */
record Choice(String id, String alias, String name) implements Serializable {}

/**
 * Three made-up councils with made-up people, created through the product's own API except for their members and
 * their past.
 */
@NullMarked
package uk.alongside.localstack.demonstration;

import org.jspecify.annotations.NullMarked;

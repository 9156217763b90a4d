/**
 * Three made-up councils with made-up people, created through the product's own API.
 */
@NullMarked
package uk.alongside.localstack.demonstration;

import org.jspecify.annotations.NullMarked;

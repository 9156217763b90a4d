/**
 * The commands of the {@code alongside} script that need Java: {@code up}, {@code down}, {@code status} and others.
 */
@NullMarked
package uk.alongside.localstack.cli;

import org.jspecify.annotations.NullMarked;

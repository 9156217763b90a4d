/**
 * The settings of an installation.
 */
@NullMarked
package uk.alongside.gateway.settings;

import org.jspecify.annotations.NullMarked;

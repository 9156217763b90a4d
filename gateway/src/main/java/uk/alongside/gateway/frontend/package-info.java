/**
 * The frontend's files and pages, and the release that they belong to.
 */
@NullMarked
package uk.alongside.gateway.frontend;

import org.jspecify.annotations.NullMarked;

/**
 * The way of a request: a token of our realm with exactly one organization, that council bound, an active member row
 * found under its fence, then the controller. Everything else ends in a problem body.
 */
@NullMarked
package uk.alongside.foundation.web;

import org.jspecify.annotations.NullMarked;

/**
 * The browser's cookies: the attributes that all of them have, and the name of the one that holds a session's id.
 */
@NullMarked
package uk.alongside.gateway.cookie;

import org.jspecify.annotations.NullMarked;

/**
 * The path of a request: a token of our realm with exactly one organization, the bound council, an active member row,
 * then the controller. Every other request is answered with a problem.
 */
@NullMarked
package uk.alongside.foundation.web;

import org.jspecify.annotations.NullMarked;

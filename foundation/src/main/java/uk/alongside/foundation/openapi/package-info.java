/**
 * The OpenAPI description of a service: facts that the code states and the library does not read, such as required
 * fields, headers and the problems that each operation can answer.
 */
@NullMarked
package uk.alongside.foundation.openapi;

import org.jspecify.annotations.NullMarked;

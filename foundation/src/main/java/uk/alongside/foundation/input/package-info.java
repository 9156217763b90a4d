/** Input: how the values in bodies and addresses of requests are read, and which are refused. */
@NullMarked
package uk.alongside.foundation.input;

import org.jspecify.annotations.NullMarked;

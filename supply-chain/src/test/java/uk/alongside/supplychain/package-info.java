/** Tests of the libraries that Alongside consists of: their licences, and whether an advisory names them. */
@NullMarked
package uk.alongside.supplychain;

import org.jspecify.annotations.NullMarked;

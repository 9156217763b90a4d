/**
 * Tests of what Alongside consists of: the licences of its libraries, whether an advisory names them, and classes that are
 * the same at every build.
 */
@NullMarked
package uk.alongside.supplychain;

import org.jspecify.annotations.NullMarked;

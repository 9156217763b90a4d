@NullMarked
package uk.alongside.foundation.web;

import org.jspecify.annotations.NullMarked;

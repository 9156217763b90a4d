/** Text that people type or read: allowed characters, dates and enum words. */
@NullMarked
package uk.alongside.foundation.text;

import org.jspecify.annotations.NullMarked;

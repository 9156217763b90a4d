/** Measurements, logs and traces for the people who run the product. None of them holds a person's data (docs/adr/0047). */
@NullMarked
package uk.alongside.foundation.telemetry;

import org.jspecify.annotations.NullMarked;

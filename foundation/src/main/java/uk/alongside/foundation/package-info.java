/**
 * The code that both services must share, and that an auditor reads first.
 *
 * <p>{@code wall} keeps councils apart, {@code caller} says who is calling, {@code web} takes a request from its token
 * to a controller, {@code problem} holds refusals and their answers, {@code audit} records who read or changed what,
 * {@code idempotency} answers repeated requests, {@code jobs} runs work without a request, and {@code clock} says what
 * time it is.
 */
@NullMarked
package uk.alongside.foundation;

import org.jspecify.annotations.NullMarked;

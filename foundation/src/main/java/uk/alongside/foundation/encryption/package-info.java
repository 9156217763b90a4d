/**
 * Envelope encryption of free text. Each council has data keys, which the database holds in wrapped form only; the key
 * that unwraps them is in a file of the service. A dump of the database therefore shows no text.
 *
 * <p>Read in this order: {@link uk.alongside.foundation.encryption.TextEncryption}, {@code DataKeys}, {@code
 * KeyEncryptionKeys}, then {@code Reencryption} for what follows a new key. ADR 33 has the reasons.
 */
@NullMarked
package uk.alongside.foundation.encryption;

import org.jspecify.annotations.NullMarked;

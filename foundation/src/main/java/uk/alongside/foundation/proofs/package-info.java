/**
 * The proofs that the wall between councils is whole, read from the database's catalogue. They know no council and no
 * request. {@code changelog/0002-proofs.sql} holds the rules, {@code facts.sql} the list that a release is compared with.
 */
@NullMarked
package uk.alongside.foundation.proofs;

import org.jspecify.annotations.NullMarked;

package uk.alongside.tenant.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * A sheet that entered a release.
 *
 * @param release the release that it entered, and in whose figures and later ones it is
 * @param family null if the council was in none
 */
record Part(SealedSheet sheet, Quarter release, @Nullable String family) {}

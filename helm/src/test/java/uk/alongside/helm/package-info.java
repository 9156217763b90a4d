/** Tests of the chart: real Helm renders it, and the manifests are held against Kubernetes' own model and our rules. */
@NullMarked
package uk.alongside.helm;

import org.jspecify.annotations.NullMarked;

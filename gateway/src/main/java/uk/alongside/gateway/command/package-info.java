/**
 * The operator's commands against a deployment: they run in the gateway's image, start no gateway, and work through the
 * gateway of the deployment with a token of the operator (docs/adr/0059).
 */
@NullMarked
package uk.alongside.gateway.command;

import org.jspecify.annotations.NullMarked;

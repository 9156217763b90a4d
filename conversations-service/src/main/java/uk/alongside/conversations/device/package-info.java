/**
 * The devices on which members of staff type. Words that a device has not sent yet are encrypted there with a key that
 * only the service can derive, for that member on that device.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package uk.alongside.conversations.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

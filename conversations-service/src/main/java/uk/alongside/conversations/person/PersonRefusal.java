package uk.alongside.conversations.person;

import java.util.UUID;

/** Every reason for which something about a person is turned down. */
sealed interface PersonRefusal {

    record NoSuchPerson(UUID person) implements PersonRefusal {}

    record ContactNeeded() implements PersonRefusal {}

    record PhoneNotDialable() implements PersonRefusal {}

    record BornInTheFuture() implements PersonRefusal {}

    record BornTooLongAgo() implements PersonRefusal {}

    record VersionNeeded() implements PersonRefusal {}

    record SetUpFull() implements PersonRefusal {}

    record ChangedMeanwhile(Person current) implements PersonRefusal {

        /** Without the person: it may end up in a log. */
        @Override
        public String toString() {
            return "ChangedMeanwhile";
        }
    }
}

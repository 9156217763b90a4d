package uk.alongside.conversations.person;

import java.util.UUID;

/** The reasons for which a request about a person is rejected. */
sealed interface PersonRefusal {

    record NoSuchPerson(UUID person) implements PersonRefusal {}

    record ContactNeeded() implements PersonRefusal {}

    record PhoneNotDialable() implements PersonRefusal {}

    record BornInTheFuture() implements PersonRefusal {}

    record BornTooLongAgo() implements PersonRefusal {}

    record VersionNeeded() implements PersonRefusal {}

    record SetUpFull() implements PersonRefusal {}

    record ChangedMeanwhile(Person current) implements PersonRefusal {

        /** Leaves out the person, since this text may appear in a log. */
        @Override
        public String toString() {
            return "ChangedMeanwhile";
        }
    }
}

package uk.alongside.tenant.delivery;

import java.util.UUID;

/** The queue's data of one delivery. As text it is the id of the task. */
record Parcel(String kind, UUID council, UUID id, long version) {

    static Parcel of(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("Not a delivery.");
        }
        return new Parcel(parts[0], UUID.fromString(parts[1]), UUID.fromString(parts[2]), Long.parseLong(parts[3]));
    }

    @Override
    public String toString() {
        return kind + "/" + council + "/" + id + "/" + version;
    }
}

package uk.alongside.localstack;

import java.util.Locale;
import java.util.stream.Collectors;
import uk.alongside.localstack.machine.LocalStackException;

/** The processes and ports of a running Alongside. */
public enum Part {
    GATEWAY("gateway", "the gateway", 0),
    TENANT_SERVICE("tenant-service", "tenant-service", 1),
    CONVERSATIONS_SERVICE("conversations-service", "conversations-service", 2),
    KEYCLOAK("keycloak", "Keycloak", 3),
    KEYCLOAK_MANAGEMENT("keycloak-management", "Keycloak's health page", 4),
    POSTGRES("postgres", "PostgreSQL", 5),
    REDIS("redis", "Redis", 6),
    GATEWAY_MANAGEMENT("gateway-management", "the gateway's health page", 7);

    private final String id;
    private final String words;
    private final int place;

    Part(String id, String words, int place) {
        this.id = id;
        this.words = words;
        this.place = place;
    }

    /** The name in files, folders and commands. */
    public String id() {
        return id;
    }

    /** The name in a sentence. */
    public String words() {
        return words;
    }

    /** Returns whether this part is only a port of another part's process. */
    public boolean isManagement() {
        return this == KEYCLOAK_MANAGEMENT || this == GATEWAY_MANAGEMENT;
    }

    /** The distance of the port from the first port. */
    int place() {
        return place;
    }

    /** The environment variable that sets the port. */
    String portVariable() {
        return "ALONGSIDE_" + id.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }

    /** One of the product's own services, by the name that a developer typed. */
    public static Part service(String name) {
        return Product.services().stream()
                .filter(service -> service.id.equals(name))
                .findFirst()
                .orElseThrow(() -> new LocalStackException(
                        (name.isEmpty() ? "Name a service" : "There is no service " + name) + ": "
                                + Product.services().stream().map(Part::id).collect(Collectors.joining(", ")) + "."));
    }

    public static Part of(String id) {
        for (var part : values()) {
            if (part.id.equals(id)) {
                return part;
            }
        }
        throw new IllegalArgumentException("No part is called " + id + ".");
    }
}

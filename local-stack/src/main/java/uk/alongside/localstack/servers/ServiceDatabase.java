package uk.alongside.localstack.servers;

import java.util.Map;

/** A database of one service, and the passwords of the roles that may enter it. */
public record ServiceDatabase(String service, String name, String jdbcUrl, Map<String, String> passwords) {

    public ServiceDatabase {
        passwords = Map.copyOf(passwords);
    }

    public String password(String role) {
        var password = passwords.get(role);
        if (password == null) {
            throw new IllegalArgumentException("No role " + role + " with a password; there are " + passwords.keySet());
        }
        return password;
    }

    /** Returns a text without the passwords, which must not appear in a log or in an assertion's message. */
    @Override
    public String toString() {
        return "ServiceDatabase[" + name + " at " + jdbcUrl + "]";
    }
}
